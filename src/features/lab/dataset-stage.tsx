import { Button, FileInput, Menu, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/layout/icon.tsx';
import { useExperiment } from '../../stores/session.ts';
import { ComponentStage } from './component-stage.tsx';
import { optionsFor } from './form-scope.ts';
import { nameOf } from './stage-summary.ts';

interface DatasetStageProps {
  readonly onFiles: (files: Readonly<Record<string, Blob>>) => void;
}

/** The dataset, a file of the user's own where that is chosen, and the preparation steps in their order. */
export function DatasetStage({ onFiles }: DatasetStageProps) {
  const spec = useExperiment((state) => state.spec);
  const setParam = useExperiment((state) => state.setParam);
  return (
    <Stack gap="md">
      <ComponentStage label="Dataset" kind="datasets" path="dataset" component={spec.dataset} />
      {spec.dataset.id === 'file' && <OwnFiles onFiles={onFiles} />}
      {spec.prepare.map((step, at) => (
        <div key={`${at}-${step.id}`} className="prepare-step">
          <ComponentStage
            label={`Preparation ${at + 1}`}
            kind="preparations"
            path={`prepare[${at}]`}
            component={step}
          />
          <Button
            size="compact-sm"
            variant="subtle"
            mt="xs"
            leftSection={<Icon name="close" size={14} />}
            onClick={() =>
              setParam(
                'prepare',
                spec.prepare.filter((_, other) => other !== at),
              )
            }
          >
            Remove {nameOf('preparations', step).toLowerCase()}
          </Button>
        </div>
      ))}
      <Menu>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            style={{ alignSelf: 'flex-start' }}
          >
            Add a preparation step
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {optionsFor('preparations', spec, 'prepare').map((option) => (
            <Menu.Item
              key={option.id}
              onClick={() => setParam('prepare', [...spec.prepare, { id: option.id, params: {} }])}
            >
              {option.name}
              <Text size="sm" c="dimmed">
                {option.summary}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

function OwnFiles({ onFiles }: DatasetStageProps) {
  const setParam = useExperiment((state) => state.setParam);
  const [interactions, setInteractions] = useState<File | null>(null);
  const [titles, setTitles] = useState<File | null>(null);
  const hand = (main: File | null, second: File | null) =>
    onFiles(Object.fromEntries([main, second].flatMap((file) => (file ? [[file.name, file]] : []))));
  return (
    <>
      <FileInput
        label="Open a file of interactions"
        description="ratings.csv, u.data, ratings.dat or a table with a header, plain or gzipped. It does not leave this tab."
        size="sm"
        clearable
        value={interactions}
        onChange={(file) => {
          setInteractions(file);
          hand(file, titles);
          setParam('dataset.params.path', file?.name ?? '');
        }}
      />
      <FileInput
        label="Open a file of titles (not required)"
        size="sm"
        clearable
        value={titles}
        onChange={(file) => {
          setTitles(file);
          hand(interactions, file);
          setParam('dataset.params.titlesPath', file?.name ?? '');
        }}
      />
    </>
  );
}
