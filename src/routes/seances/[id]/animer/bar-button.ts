/** Which button of the bar gives a run command. */
import type { RunCommandWithoutExpectation } from '#lib/client/commands-now.svelte.ts';

export type BarButton = 'lead' | 'toggle' | 'minus' | 'plus' | 'undo';

/** The button that a command on its way was pressed with; null when it came from elsewhere. */
export const buttonOf = (command: RunCommandWithoutExpectation | null): BarButton | null => {
  switch (command?.type) {
    case 'run/start':
      return command.rehearsal === true ? 'toggle' : 'lead';
    case 'run/next':
    case 'run/finish':
      return 'lead';
    case 'run/suspend':
    case 'run/resume':
      return 'toggle';
    case 'run/extend':
      if (command.itemId !== undefined) return null;
      return command.minutes < 0 ? 'minus' : 'plus';
    case 'run/undo':
      return 'undo';
    default:
      return null;
  }
};
