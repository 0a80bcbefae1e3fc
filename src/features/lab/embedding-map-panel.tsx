import { Group, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { PointMap } from '../../components/charts/point-map.tsx';
import type { MapMethod } from '../../lab/job.ts';
import type { PanelProps } from './panel-props.ts';
import { mapsOf } from './shown-run.ts';
import { Watched } from './watched.tsx';
import { whoseViews, whyNone } from './whose-views.ts';

const soon = 'The map appears with the first training steps of a model that has user vectors.';

interface EmbeddingMapPanelProps extends PanelProps {
  /** The stage in work, whose map is shown. */
  readonly stage: string | undefined;
  readonly method: MapMethod;
  readonly onMethod: (method: MapMethod) => void;
}

/** The map of the model in training, or of another one that has been seen. */
export function EmbeddingMapPanel({ run, cell, stage, method, onMethod }: EmbeddingMapPanelProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const maps = cell ? mapsOf(cell.views) : [];
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
            ? `${nameOfModel(view.name)} at step ${view.step} (${view.method === 'tsne' ? 't-SNE' : 'PCA'} of its user vectors): near means alike.${whoseViews(run, cell)}`
            : 'Users as the model sees them: near means alike.'
        }
        fileName="map"
        view={view}
        emptyText={whyNone(run, cell, { what: 'maps', soon })}
        controls={controls}
      />
    </Watched>
  );
}

function nameOfModel(name: string): string {
  return name === 'surrogate' ? 'Attacker’s own model' : name.charAt(0).toUpperCase() + name.slice(1);
}
