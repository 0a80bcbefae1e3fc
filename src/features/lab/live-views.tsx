import { Badge, Group, List, SegmentedControl, Select, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { BeforeAfterLists } from '../../components/charts/before-after-lists.tsx';
import { ClickPopularity } from '../../components/charts/click-popularity.tsx';
import { HeatMap } from '../../components/charts/heat-map.tsx';
import { PhaseTable } from '../../components/charts/phase-table.tsx';
import { PointMap } from '../../components/charts/point-map.tsx';
import { profileMatrix } from '../../components/charts/profile-matrix.ts';
import type { Component } from '../../core/params/fields.ts';
import type { MapMethod } from '../../lab/job.ts';
import { ExposureChart, LossCharts, SweepChart, UtilityChart } from './curve-panels.tsx';
import { producedBy } from './produced-by.ts';
import { protocolSentence } from './protocol-sentence.ts';
import { listsOf, mapsOf, profilesOf, titledMatrix, type ShownRun } from './shown-run.ts';
import { SwapMatrices, TheftCharts } from './theft-views.tsx';
import { Watched, WatchScope } from './watched.tsx';

const noTitles: readonly string[] = [];
const noTargets: readonly number[] = [];

interface LiveViewsProps {
  readonly run: ShownRun | undefined;
  /** Index of the cell in work, which the views follow until another is chosen. */
  readonly current: number;
  /** The stage in work, whose map is shown. */
  readonly stage: string | undefined;
  readonly attack: Component | null;
}

/** Everything that can be seen of one experiment, live or precomputed. */
export function LiveViews({ run, current, stage, attack }: LiveViewsProps) {
  const made = attack && producedBy(attack);
  const [chosen, setChosen] = useState<number>();
  const [mapMethod, setMapMethod] = useState<MapMethod>('pca');
  const cell = run?.cells[chosen ?? current] ?? run?.cells.at(-1);
  const sweep = made !== 'surrogate' && run && run.spec.axes.length === 1 && run.cells.length > 1;
  return (
    <WatchScope mapMethod={mapMethod}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>Results</Title>
        {run?.source === 'precomputed' && (
          <Badge variant="default" size="lg" tt="none" fw={500} radius="sm">
            Precomputed: press Run to compute it here
          </Badge>
        )}
        {run && run.cells.length > 1 && (
          <Select
            aria-label="Cell of the sweep"
            size="sm"
            allowDeselect={false}
            data={run.cells.map((entry, at) => ({ value: String(at), label: entry.label }))}
            value={String(cell ? run.cells.indexOf(cell) : 0)}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
      </Group>
      <div className="views">
        {made === 'poison' && (
          <div className="panel">
            <ExposureChart run={run} cell={cell} />
          </div>
        )}
        {made === 'surrogate' && <TheftCharts run={run} cell={cell} />}
        {made !== 'surrogate' && (
          <div className="panel">
            <UtilityChart run={run} cell={cell} />
          </div>
        )}
        <div className="panel wide">
          <PhaseTable
            data={cell?.data}
            fileName="phases"
            protocol={
              run
                ? protocolSentence(run.spec.evaluation, run.spec.repeats)
                : 'How each number was measured stands here.'
            }
          />
        </div>
        {sweep && (
          <div className="panel wide">
            <SweepChart run={run} />
          </div>
        )}
        {attack && <Lists run={run} />}
        <EmbeddingMap run={run} stage={stage} method={mapMethod} onMethod={setMapMethod} />
        {made === 'poison' && <Profiles run={run} />}
        {made === 'surrogate' && <SwapMatrices run={run} />}
        <div className="panel split-panel wide">
          <LossCharts cell={cell} withObjective={made !== 'surrogate'} />
        </div>
      </div>
      {run && run.notes.length > 0 && (
        <section aria-label="Notes" className="panel" style={{ marginTop: '1rem' }}>
          <Title order={3}>Notes</Title>
          <List size="sm">
            {[...new Set(run.notes)].map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        </section>
      )}
    </WatchScope>
  );
}

function Lists({ run }: Pick<LiveViewsProps, 'run'>) {
  const after = run && listsOf(run.views, 'attacked');
  const copy = run && listsOf(run.views, 'surrogate');
  const stolen = run?.spec.attack && producedBy(run.spec.attack) === 'surrogate';
  const afterLabel = stolen
    ? 'by the stolen model'
    : after || !copy
      ? 'attacked'
      : 'so far, on the attacker’s own model';
  return (
    <Watched view="lists" id="lists" wide>
      <BeforeAfterLists
        before={run && listsOf(run.views, 'clean')}
        after={stolen ? copy : (after ?? copy)}
        afterLabel={afterLabel}
        titles={run?.titles ?? noTitles}
        targets={run?.targets ?? noTargets}
        fileName="lists"
        emptyText={
          run?.source === 'precomputed'
            ? 'This precomputed result holds no lists. Press Run to see them.'
            : 'Lists appear when the clean victim is trained.'
        }
      />
    </Watched>
  );
}

interface EmbeddingMapProps extends Pick<LiveViewsProps, 'run' | 'stage'> {
  readonly method: MapMethod;
  readonly onMethod: (method: MapMethod) => void;
}

/** The map of the model in training, or of another one that has been seen. */
function EmbeddingMap({ run, stage, method, onMethod }: EmbeddingMapProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const maps = run ? mapsOf(run.views) : [];
  const view =
    maps.find(({ name }) => name === chosen) ??
    maps.find(({ name }) => name === stage) ??
    maps.find(({ name }) => name === 'surrogate' && stage?.startsWith('attack:')) ??
    maps.find(({ name }) => name === 'attacked victim') ??
    maps.at(-1);
  const names = maps.map(({ name }) => name).join('\n');
  const controls = useMemo(
    () => (
      <Group gap="xs" mb="xs">
        <SegmentedControl
          aria-label="Method of the map"
          size="xs"
          value={method}
          onChange={(value) => onMethod(value as MapMethod)}
          data={[
            { value: 'pca', label: 'PCA' },
            { value: 'tsne', label: 't-SNE' },
          ]}
        />
        {names.includes('\n') && (
          <Select
            aria-label="Model of the map"
            size="xs"
            placeholder="Follow the training"
            clearable
            clearButtonProps={{ 'aria-label': 'Follow the training' }}
            data={names.split('\n').map((name) => ({ value: name, label: nameOfModel(name) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Group>
    ),
    [names, method, onMethod, chosen],
  );
  return (
    <Watched view="points" id="points">
      <PointMap
        title="Map of users"
        caption={
          view
            ? `${nameOfModel(view.name)} at step ${view.step} (${view.method === 'tsne' ? 't-SNE' : 'PCA'} of its user vectors): near means alike.`
            : 'Users as the model sees them: near means alike.'
        }
        fileName="map"
        view={view}
        emptyText={
          run?.source === 'precomputed'
            ? 'This precomputed result holds no map. Press Run to see it move.'
            : 'The map appears with the first training steps of a model that has user vectors.'
        }
        controls={controls}
      />
    </Watched>
  );
}

function nameOfModel(name: string): string {
  return name === 'surrogate' ? 'Attacker’s own model' : name.charAt(0).toUpperCase() + name.slice(1);
}

function Profiles({ run }: Pick<LiveViewsProps, 'run'>) {
  const profiles = run && profilesOf(run.views);
  const titles = run?.titles;
  const raw = run?.views['matrix:hypergradient'];
  const gradient = useMemo(() => titledMatrix(raw, titles ?? noTitles), [raw, titles]);
  const matrix = useMemo(() => profiles && profileMatrix(profiles, titles ?? noTitles), [profiles, titles]);
  const soon = 'It appears with the first outer step of the attack.';
  return (
    <>
      <Watched view="profiles" id="popularity">
        <ClickPopularity view={profiles} emptyText={soon} />
        {profiles && (
          <Text size="sm" c="dimmed" mt="xs">
            {(profiles.fakeUsers.items.length / Math.max(1, profiles.fakeUsers.userCount)).toFixed(1)} clicks
            per fake user
          </Text>
        )}
      </Watched>
      <Watched view="profiles" id="profiles">
        <HeatMap
          title="Fake profiles"
          caption="What each fake user clicks: targets first, then the items most of them share."
          xLabel="Item, most shared first (count)"
          yLabel="Fake user (count)"
          valueLabel="Click (0 or 1)"
          fileName="fake-profiles"
          view={matrix}
          emptyText={soon}
        />
      </Watched>
      <Watched view="matrix" id="hypergradient">
        <HeatMap
          title="Hypergradient"
          caption="How the attacker's objective would change with each click: blue clicks help the attack, red ones hurt it."
          xLabel="Item (count)"
          yLabel="Fake user (count)"
          valueLabel="Nats per click"
          fileName="hypergradient"
          view={gradient}
          emptyText={soon}
        />
      </Watched>
    </>
  );
}
