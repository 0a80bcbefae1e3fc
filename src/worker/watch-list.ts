import type { View } from '../core/contracts.ts';
import type { ViewChoices, Watched } from '../protocol/messages.ts';

/** Which views are on screen, and which of them are due. */
export interface WatchList {
  /** What is looked at now; views of a user who is newly followed are due at once. */
  set(views: Watched, choices: ViewChoices): void;
  readonly choices: ViewChoices;
  /** True when views of this kind are on screen and the least time since the last grant is over. */
  isDue(view: View['view']): boolean;
  /** Ends a round: there was a progress report. Within one round an answer stands, so that several views of one kind are all drawn or all left out. */
  nextRound(): void;
}

export function createWatchList(now: () => number): WatchList {
  let watched: Watched = {};
  let choices: ViewChoices = { mapMethod: 'pca', followedUser: null };
  const grantedAt = new Map<View['view'], number>();
  const answers = new Map<View['view'], boolean>();
  return {
    get choices() {
      return choices;
    },
    set: (views, chosen) => {
      watched = views;
      if (chosen.followedUser !== choices.followedUser) grantedAt.delete('matrix');
      choices = chosen;
      answers.clear();
    },
    isDue: (view) => {
      const answered = answers.get(view);
      if (answered !== undefined) return answered;
      const interval = watched[view];
      const due =
        interval !== undefined && now() - (grantedAt.get(view) ?? Number.NEGATIVE_INFINITY) >= interval;
      if (due) grantedAt.set(view, now());
      answers.set(view, due);
      return due;
    },
    nextRound: () => answers.clear(),
  };
}
