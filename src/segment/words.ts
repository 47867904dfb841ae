/** What a full stop after a word means for the end of a sentence. */
import { wordSet } from '../word-set.ts';

/** Abbreviations that something always follows. */
export const NEVER_ENDS = new Set(
  (
    'dr drs mr mrs ms prof rev hon gen fr vs v cf e.g i.e eg ie viz fig figs eq eqs ref refs vol pp p ch sec sect no nos ' +
    'approx ca tab ex incl esp resp st mt dept univ assoc ed eds trans suppl art al. jan feb mar apr jun jul aug sept oct nov dec'
  ).split(' '),
);

/** Abbreviations that may end a sentence: they do where the next word can only begin one. */
export const MAY_END = new Set(
  (
    'al inc ltd co corp llc jr sr m.d ph.d d.o d.c d.p.t p.a r.n n.p m.s b.s m.b.b.s md phd u.s u.s.a u.k e.u a.m p.m am pm ' +
    'hr hrs min mins sec wk wks mo mos yr yrs mg ml kg mm cm approx avg max est'
  ).split(' '),
);

/** Abbreviations only where a number follows: `No. 5`, but "The answer is no." */
export const NEEDS_NUMBER = wordSet(
  'no nos fig figs p pp vol ch sec sect ref refs eq eqs tab art ex jan feb mar apr jun jul aug sept oct nov dec ca st',
);

/** Words that begin a sentence far more often than they follow an abbreviation in one. */
export const STARTERS = new Set(
  (
    'the this that these those it its he she they we you i our your their his her my there here a an in on at for from with by as if when ' +
    'while where what who why how although though because since after before during however but and or so yet also then thus therefore ' +
    'not no some many most all each every both several more such according to patients studies research results treatment stem'
  ).split(' '),
);
