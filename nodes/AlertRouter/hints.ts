import type { IExecuteFunctions } from 'n8n-workflow';
import type { Route } from '../../core/index';

/** n8n shows the first output; what no rule took is easily overlooked on the last. */
export function hintAtUnrouted(
  context: IExecuteFunctions,
  routed: readonly ({ readonly route: Route } | object)[],
): void {
  const count = routed.filter((one) => 'route' in one && !one.route.matched).length;
  if (count === 0) return;
  context.addExecutionHints({
    type: 'info',
    location: 'outputPane',
    message: `No rule took ${count === 1 ? 'one alert' : `${count} alerts`}: see the output 'unrouted'.`,
  });
}
