/** Where a run's report goes: to standard output and to files, in one format each. */
import { resolve } from 'node:path';
import type { Evidence } from '../evidence/index.ts';
import type { DocumentReport, Report, Source } from '../model.ts';
import { headOf, type ReportContext, type ReportSummary } from '../report/assemble.ts';
import { createJsonWriter, JSON_LINES, type PieceWriter } from '../report/json.ts';
import type { PageText, PageTexts } from '../report/page-text.ts';
import type { Output, OutputFormat } from './args.ts';
import { CliError, toFailure } from './failure.ts';
import type { Streams } from './streams.ts';
import { type FileWriter, openWriter } from './write.ts';

/** Takes pages as they are done, then the rest of the report. */
export interface Sink {
  /** What it is called where it cannot be written. */
  readonly name: string;
  /** Whether it writes pages as they are done, so that they need not be kept. */
  readonly streams: boolean;
  /** `source` is what was audited; without it, reports that show a page's text list its claims alone. */
  page(document: DocumentReport, source?: Source): Promise<void>;
  end(summary: ReportSummary, report: () => Report): Promise<void>;
  discard(): Promise<void>;
}

export interface RenderOptions {
  readonly colour: boolean;
  readonly columns: number;
  readonly quiet: boolean;
  readonly suppressions: boolean;
  readonly verbose: boolean;
  readonly context: ReportContext;
  /** The records that the report's ids name. */
  readonly evidence: Evidence;
}

type Render = (report: Report, options: RenderOptions & { readonly texts: PageTexts }) => string;

/** Loaded at first use: a run pays for the reporters that it asks for. */
const RENDERERS: Readonly<Record<Exclude<OutputFormat, 'json' | 'jsonl'>, () => Promise<Render>>> = {
  terminal: async () => (await import('../report/terminal.ts')).toTerminal,
  sarif: async () => (await import('../report/sarif.ts')).toSarif,
  github: async () => (await import('../report/github.ts')).toGithub,
  markdown: async () => (await import('../report/dossier.ts')).toDossier,
  html: async () => (await import('../report/html.ts')).toHtml,
};

/** Formats that show the text of the pages. */
const WITH_TEXT: readonly OutputFormat[] = ['markdown', 'html'];

/** Whether a format needs the text of the pages beside their reports. */
export function showsText({ format }: Output): boolean {
  return WITH_TEXT.includes(format);
}

/** Opens every output before the work begins, so that one that cannot be written is told at once. */
export async function openSinks(
  outputs: readonly Output[],
  options: RenderOptions,
  streams: Streams,
): Promise<Sink[]> {
  const sinks: Sink[] = [];
  for (const output of outputs) {
    try {
      sinks.push(await openSink(output, options, streams));
    } catch (error) {
      await Promise.all(sinks.map((sink) => sink.discard()));
      throw unwritable(output, error);
    }
  }
  return sinks;
}

/** The error of an output as one line with its place. */
function unwritable(output: Output, error: unknown): CliError {
  const name = nameOf(output);
  const { code, message } = toFailure(name, error);
  return new CliError(code, `cannot write ${name}: ${message}`);
}

function nameOf(output: Output): string {
  return output.file ?? 'standard output';
}

async function openSink(output: Output, options: RenderOptions, streams: Streams): Promise<Sink> {
  const { format } = output;
  const render = format === 'json' || format === 'jsonl' ? null : await RENDERERS[format]();
  const name = nameOf(output);
  const target =
    output.file === null ? standardOutput(streams) : await openWriter(resolve(streams.cwd, output.file));
  if (render === null) {
    return pieceSink(
      name,
      target,
      format === 'jsonl' ? JSON_LINES : createJsonWriter(headOf(options.context)),
    );
  }
  const readText = showsText(output) ? (await import('../report/page-text.ts')).pageText : null;
  return wholeSink(
    name,
    target,
    render,
    output.file === null ? options : { ...options, colour: false },
    readText,
  );
}

function standardOutput(streams: Streams): FileWriter {
  return { write: streams.out, finish: async () => undefined, discard: async () => undefined };
}

function pieceSink(name: string, target: FileWriter, writer: PieceWriter): Sink {
  return {
    name,
    streams: true,
    page: (document) => target.write(writer.page(document)),
    async end(summary) {
      await target.write(writer.end(summary));
      await target.finish();
    },
    discard: target.discard,
  };
}

function wholeSink(
  name: string,
  target: FileWriter,
  render: Render,
  options: RenderOptions,
  readText: ((document: DocumentReport, source: Source) => PageText) | null,
): Sink {
  const texts = new Map<string, PageText>();
  return {
    name,
    streams: false,
    async page(document, source) {
      if (readText !== null && source !== undefined) texts.set(document.path, readText(document, source));
    },
    async end(_, report) {
      await target.write(render(report(), { ...options, texts }));
      await target.finish();
    },
    discard: target.discard,
  };
}
