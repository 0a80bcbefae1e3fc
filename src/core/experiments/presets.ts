import { statistics, statisticsPaper } from './datasets/statistics.ts';
import { groFig2 } from './gro-2024/fig-2.ts';
import { groFig2Movielens } from './gro-2024/fig-2-movielens.ts';
import { groFig2Ml20m, groFig2Steam } from './gro-2024/fig-2-own-file.ts';
import { groFig2Paper } from './gro-2024/fig-2-paper.ts';
import { groFig3 } from './gro-2024/fig-3.ts';
import { groFig3Paper } from './gro-2024/fig-3-paper.ts';
import { groFig4 } from './gro-2024/fig-4.ts';
import { groFig4Ml20m, groFig4Steam } from './gro-2024/fig-4-own-file.ts';
import { groFig4Paper } from './gro-2024/fig-4-paper.ts';
import { groFig5 } from './gro-2024/fig-5.ts';
import { groFig5Paper } from './gro-2024/fig-5-paper.ts';
import { groTable1, groTable1Paper } from './gro-2024/table-1.ts';
import { whyTheftMatters } from './gro-2024/why-theft-matters.ts';
import { nextFilm, nextFilm100k } from './movielens/next-film.ts';
import { pushAMovie } from './movielens/push-a-movie.ts';
import type { Preset } from './preset.ts';
import { beatTheMachine } from './tang-2020/beat-the-machine.ts';
import { detectorsPreset } from './tang-2020/detectors.ts';
import { fig3 } from './tang-2020/fig-3.ts';
import { fig4a } from './tang-2020/fig-4a.ts';
import { fig4b } from './tang-2020/fig-4b.ts';
import { fig4bPaper } from './tang-2020/fig-4b-paper.ts';
import { fig5a } from './tang-2020/fig-5a.ts';
import { fig5aPaper } from './tang-2020/fig-5a-paper.ts';
import { fig5b } from './tang-2020/fig-5b.ts';
import { fig5bPaper } from './tang-2020/fig-5b-paper.ts';
import { fig5c } from './tang-2020/fig-5c.ts';
import { fig5cPaper } from './tang-2020/fig-5c-paper.ts';
import { meanGradient } from './tang-2020/mean-gradient.ts';
import { table1 } from './tang-2020/table-1.ts';
import { table1Paper } from './tang-2020/table-1-paper.ts';
import { table2 } from './tang-2020/table-2.ts';
import { table2Paper } from './tang-2020/table-2-paper.ts';

/** Every preset, in the order of the gallery. */
export const presets: readonly Preset[] = [
  pushAMovie,
  beatTheMachine,
  fig3,
  fig4a,
  fig4b,
  fig4bPaper,
  meanGradient,
  fig5a,
  fig5aPaper,
  fig5b,
  fig5bPaper,
  fig5c,
  fig5cPaper,
  detectorsPreset,
  table1,
  table1Paper,
  table2,
  table2Paper,
  nextFilm,
  nextFilm100k,
  statistics,
  statisticsPaper,
  groFig2,
  groFig2Movielens,
  groFig2Paper,
  groFig2Ml20m,
  groFig2Steam,
  groFig3,
  groFig3Paper,
  groFig4,
  groFig4Paper,
  groFig4Ml20m,
  groFig4Steam,
  groFig5,
  groFig5Paper,
  whyTheftMatters,
  groTable1,
  groTable1Paper,
];

/** The preset of an id. `<preset>@paper` also finds a preset that is at the paper's setting already. */
export function findPreset(id: string): Preset | undefined {
  const named = presets.find((preset) => preset.id === id);
  if (named || !id.endsWith('@paper')) return named;
  return presets.find((preset) => `${preset.id}@paper` === id && preset.reduced.length === 0);
}
