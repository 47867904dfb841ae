/** Which effects and objects make which frame. What the classes hold is said in rules/lexicon. */

export type FrameName =
  | 'relieve-symptom'
  | 'relief'
  | 'share'
  | 'restore-function'
  | 'repair-structure'
  | 'set-going'
  | 'treat-disease'
  | 'help'
  | 'deliver'
  | 'hype'
  | 'avoid-procedure'
  | 'avoid-burden'
  | 'work'
  | 'cure'
  | 'no-harm'
  | 'less-harm'
  | 'relative-harm'
  | 'safe'
  | 'without'
  | 'harm'
  | 'harm-told'
  | 'cause-harm'
  | 'degree'
  | 'outlast'
  | 'last'
  | 'act-on-cause'
  | 'outdo'
  | 'outdo-treatment'
  | 'instead'
  | 'belittle'
  | 'level'
  | 'act-by'
  | 'gain'
  | 'act-on'
  | 'become'
  | 'prove'
  | 'promise'
  | 'state'
  | 'count'
  | 'status';

/** An effect and an object that make a frame where they stand near each other. */
export interface PairRule {
  readonly name: FrameName;
  readonly effects: readonly string[];
  /** Classes as `file/class`. */
  readonly objects: ReadonlySet<string>;
  /** Files of which every class will do. */
  readonly files: ReadonlySet<string>;
  /** Words that may lie between effect and object. */
  readonly reach: number;
  /** Words that may lie between where the object comes first: "pain relief", "pain was reduced". */
  readonly reachBefore: number;
}

/** The object must not stand on this side of the effect: "studies show" proves, "shows studies" does not. */
const NEVER = -1;
const ALL = '/*';

const DISEASE = ['objects/condition', 'condition/*'];
export const BODY = ['objects/structure', 'objects/tissue', 'objects/body'];

export const PAIRS: readonly PairRule[] = [
  pair('relieve-symptom', ['effects/reduce'], ['objects/symptom', 'objects/inflammation', ...DISEASE], 7, 4),
  pair('relieve-symptom', ['effects/improve'], ['objects/symptom', 'objects/measure', ...DISEASE], 3, 2),
  pair(
    'restore-function',
    ['effects/improve', 'effects/raise', 'effects/regain'],
    ['objects/function', 'objects/life'],
    7,
    3,
  ),
  pair('restore-function', ['effects/promote'], ['objects/function'], 3, NEVER),
  pair(
    'repair-structure',
    ['effects/repair'],
    [...BODY, ...DISEASE, 'objects/process', 'objects/mending'],
    7,
    3,
  ),
  pair('repair-structure', ['effects/strengthen'], BODY, 4, 1),
  pair('set-going', ['effects/promote'], ['objects/process', 'objects/mending'], 6, 2),
  pair('treat-disease', ['effects/treat'], ['objects/symptom', ...BODY, ...DISEASE], 8, 4),
  pair(
    'help',
    ['effects/help'],
    ['objects/symptom', 'objects/function', 'objects/life', 'people/*', ...BODY, ...DISEASE],
    6,
    5,
  ),
  pair('relief', ['effects/deliver', 'effects/notice'], ['objects/gain'], 5, NEVER),
  pair('relieve-symptom', ['effects/less'], ['objects/symptom'], 3, NEVER),
  pair('relieve-symptom', ['effects/reduce'], ['objects/measure'], 5, 3),
  pair('set-going', ['effects/stimulate'], BODY, 5, NEVER),
  pair('relief', ['effects/onset'], ['objects/gain'], NEVER, 3),
  pair('become', ['mechanism/biology'], ['objects/tissue', 'treatment/chondrocytes'], 6, 0),
  pair('avoid-procedure', ['effects/avoid'], ['objects/procedure'], 6, 0),
  pair('avoid-burden', ['effects/avoid'], ['objects/burden'], 6, 0),
  pair('avoid-procedure', ['effects/reduce'], ['objects/procedure'], 4, NEVER),
  pair(
    'instead',
    ['compare/rather'],
    ['objects/symptom', 'objects/procedure', 'treatments/comparator', 'treatment/*'],
    5,
    0,
  ),
  pair('outdo', ['compare/degree'], ['compare/mark'], 9, NEVER),
  pair('outdo', ['compare/comparative'], ['treatments/generic'], 3, NEVER),
  pair(
    'outdo-treatment',
    ['compare/than'],
    ['treatments/comparator', 'treatments/other-named', 'treatment/*'],
    3,
    NEVER,
  ),
  pair('no-harm', ['harms/none'], ['harms/harm', 'harms/risk'], 4, 0),
  pair('cause-harm', ['harms/known'], ['harms/harm', 'harms/risk'], 6, 0),
  pair('harm-told', ['harms/degree'], ['harms/harm', 'harms/risk'], 6, 8),
  pair('cause-harm', ['harms/damage'], ['objects/tissue', 'objects/structure'], 3, NEVER),
  pair('relative-harm', ['harms/relative'], ['harms/harm', 'harms/risk'], 4, 2),
  pair('harm-told', ['harms/undergo'], ['harms/harm'], 6, NEVER),
  pair('harm', ['harms/undergo'], ['harms/mark'], 4, NEVER),
  pair('harm-told', ['harms/after'], ['harms/mark'], 8, 10),
  pair('restore-function', ['people/turn'], ['people/doing'], 8, 10),
  pair('less-harm', ['harms/less'], ['harms/harm', 'harms/risk'], 4, 4),
  pair('prove', ['evidence/show'], ['evidence/study'], NEVER, 14),
  pair('prove', ['evidence/shown'], ['evidence/study'], 6, 8),
  pair('prove', ['people/numbered'], ['evidence/study', 'evidence/show'], 8, 8),
  pair('count', ['people/counted'], ['evidence/study', 'evidence/show'], 8, 8),
  pair(
    'status',
    ['status/approved', 'status/cleared', 'status/registered', 'status/approve'],
    ['status/agency'],
    6,
    6,
  ),
];

/** `objects` are classes as `file/class`, or `file/*` for all of a file. */
function pair(
  name: FrameName,
  effects: readonly string[],
  objects: readonly string[],
  reach: number,
  reachBefore: number,
): PairRule {
  const whole = objects.filter((object) => object.endsWith(ALL));
  return {
    name,
    effects,
    objects: new Set(objects),
    files: new Set(whole.map((object) => object.slice(0, -ALL.length))),
    reach,
    reachBefore,
  };
}

/** Classes whose phrases say it all. */
export const SINGLES: Readonly<Record<string, FrameName>> = {
  'effects/relief': 'relief',
  'people/numbered': 'share',
  'effects/works': 'work',
  'mechanism/used': 'treat-disease',
  'effects/deliver': 'deliver',
  'effects/hype': 'hype',
  'effects/healing': 'repair-structure',
  'effects/cure': 'cure',
  'status/considered': 'status',
  'status/law': 'status',
  'status/approved-kind': 'status',
  'harms/safe': 'safe',
  'harms/without': 'without',
  'harms/safe-told': 'no-harm',
  'harms/harm': 'harm',
  'harms/told': 'harm-told',
  'harms/event': 'harm-told',
  'duration/lasting': 'outlast',
  'duration/permanent': 'outlast',
  'effects/lasts': 'last',
  'duration/cause': 'act-on-cause',
  'compare/than': 'outdo',
  'compare/instead': 'instead',
  'compare/belittle': 'belittle',
  'compare/level': 'level',
  'harms/degree': 'degree',
  'mechanism/acts': 'act-by',
  'evidence/promise': 'promise',
  'evidence/state': 'state',
};
