import type { IExecuteFunctions } from 'n8n-workflow';
import type { FilterDecision } from '../../core/index';

/** Rules by name only: n8n draws hints as HTML, and reasons may quote the alert. */
export function hintAtDropped(
  context: IExecuteFunctions,
  decisions: readonly FilterDecision[],
): void {
  const dropped = decisions.filter(({ effect }) => effect === 'drop');
  if (dropped.length === 0) return;
  const rules = new Set(dropped.flatMap(({ matchedRule }) => matchedRule ?? []));
  context.addExecutionHints({
    type: 'info',
    location: 'outputPane',
    message: `Dropped ${dropped.length === 1 ? 'one alert' : `${dropped.length} alerts`} (${[...rules].join(', ')}): 'decision' in the item tells why.`,
  });
}
