import { Anchor, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Icon } from '../../components/layout/icon.tsx';
import type { Preset } from '../../core/experiments/preset.ts';
import { references, type Reference } from '../../core/references.ts';
import { specOfPreset } from '../../stores/preset-specs.ts';
import { isPaperSize, PaperSizeList } from './paper-size-list.tsx';
import { PresetCard } from './preset-card.tsx';

/** Every preset, grouped by the paper it belongs to, searchable. */
export function PresetList({ presets }: { readonly presets: readonly Preset[] }) {
  const [query, setQuery] = useState('');
  const found = useMemo(() => presets.filter((preset) => matches(preset, query)), [presets, query]);
  const papers = [...new Set(found.map((preset) => preset.paper))];
  return (
    <section aria-labelledby="experiments-title" className="preset-list">
      <div className="preset-head">
        <div>
          <Title order={2} id="experiments-title">
            Experiments
          </Title>
          <Text c="dimmed">Each opens in the Lab, ready to run or to change.</Text>
        </div>
        <TextInput
          type="search"
          aria-label="Search experiments"
          placeholder="Search experiments"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          leftSection={<Icon name="search" size={16} />}
          w={{ base: '100%', xs: 280 }}
        />
      </div>
      <Text role="status" size="sm" c="dimmed" mb="sm">
        {found.length === 0
          ? `No experiment matches “${query}”. Try a method, a dataset or an author.`
          : query && `${found.length} of ${presets.length} experiments`}
      </Text>
      {papers.map((paper) => (
        <section key={paper} className="paper" aria-label={headingOf(paper)}>
          <PaperHead paper={paper} />
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
            {found
              .filter((preset) => preset.paper === paper && !isPaperSize(preset))
              .map((preset) => (
                <PresetCard key={preset.id} preset={preset} />
              ))}
          </SimpleGrid>
          <PaperSizeList presets={found.filter((preset) => preset.paper === paper && isPaperSize(preset))} />
        </section>
      ))}
    </section>
  );
}

function matches(preset: Preset, query: string): boolean {
  const { title, story, id, paper } = preset;
  const spec = specOfPreset(preset);
  const reference = referenceOf(paper);
  const text = [
    id,
    title,
    story,
    reference?.title,
    reference?.authors,
    spec.victim.id,
    spec.attack?.id,
    spec.dataset.id,
  ];
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.join(' ').toLowerCase().includes(word));
}

function referenceOf(paper: string): Reference | undefined {
  const known: Readonly<Record<string, Reference>> = references;
  return known[paper];
}

function headingOf(paper: string): string {
  return referenceOf(paper)?.title ?? 'The lab’s own';
}

function PaperHead({ paper }: { readonly paper: string }) {
  const reference = referenceOf(paper);
  return (
    <div className="paper-head">
      <Title order={3}>{headingOf(paper)}</Title>
      {reference && (
        <Text size="sm" c="dimmed">
          {reference.authors}, {reference.venue}
          {reference.doi && (
            <>
              {', '}
              <Anchor href={`https://doi.org/${reference.doi}`} size="sm">
                doi:{reference.doi}
              </Anchor>
            </>
          )}
        </Text>
      )}
    </div>
  );
}
