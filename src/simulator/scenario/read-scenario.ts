import { isNode, LineCounter, parseDocument } from 'yaml';
import { accepted, type Result, refused } from '../../base/result.ts';
import { type Scenario, scenarioSchema } from './scenario-schema.ts';

/** What is wrong with a scenario, and where. */
export interface ScenarioProblem {
  /** JSON pointer; '' is the whole document. */
  readonly pointer: string;
  /** In the text, from 1. */
  readonly line: number;
  readonly message: string;
}

/** Reads a scenario in YAML (or JSON, which is YAML). Refused with every problem, each with its pointer and line. */
export function readScenario(yaml: string): Result<Scenario, readonly ScenarioProblem[]> {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter });
  if (document.errors.length > 0) {
    return refused(
      document.errors.map((error) => ({
        pointer: '',
        line: lineCounter.linePos(error.pos[0]).line,
        message: `no YAML: ${error.code.toLowerCase().replaceAll('_', ' ')}`,
      })),
    );
  }
  const parsed = scenarioSchema.safeParse(document.toJS());
  if (parsed.success) return accepted(parsed.data);
  return refused(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      line: lineCounter.linePos(startOf(path)).line,
      message,
    })),
  );

  /** Of the innermost part that is there: what is missing is missed where it belongs. */
  function startOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node)) return node.range?.[0] ?? 0;
    }
    return 0;
  }
}
