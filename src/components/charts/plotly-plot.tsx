import { Loader, Text } from '@mantine/core';
import type { Data, Layout, PlotlyHTMLElement } from 'plotly.js';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { drawLater } from './draw-queue.ts';
import { loadPlotly } from './load-plotly.ts';
import { ink, type Scheme } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

interface PlotlyPlotProps {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  /** What the picture shows, for readers who cannot see it; the data table has the rest. */
  readonly label: string;
  readonly holder: RefObject<HTMLDivElement | null>;
}

/** Least milliseconds between two redraws: a redraw must not hold up the page. */
const redrawEvery = 400;

/** A plotly chart that follows its props, its size and the theme. */
export function PlotlyPlot({ data, layout, label, holder }: PlotlyPlotProps) {
  const scheme = useScheme();
  const [state, setState] = useState<'loading' | 'ready' | string>('loading');
  const lastDrawn = useRef(0);

  useEffect(() => {
    let left = false;
    const wait = Math.max(0, lastDrawn.current + redrawEvery - performance.now());
    const timer = setTimeout(() => {
      loadPlotly()
        .then(async (plotly) => {
          await new Promise<void>((turn) => drawLater(turn));
          if (left || !holder.current) return;
          lastDrawn.current = performance.now();
          await plotly.react(holder.current, data, { ...groundLayout(scheme), ...layout }, config);
          if (!left) setState('ready');
        })
        .catch((error: unknown) => setState(error instanceof Error ? error.message : String(error)));
    }, wait);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [data, layout, scheme, holder]);

  useEffect(() => {
    const element = holder.current;
    return () => {
      if (element) void loadPlotly().then((plotly) => plotly.purge(element));
    };
  }, [holder]);

  const failed = state !== 'loading' && state !== 'ready';
  return (
    <div style={{ position: 'relative' }}>
      <div className="chart-area plotly-area" ref={holder} role="img" aria-label={label} />
      {state === 'loading' && (
        <Loader
          size="sm"
          className="plotly-wait"
          role="status"
          aria-label={`Loading the picture: ${label}`}
        />
      )}
      {failed && (
        <Text size="sm" role="alert">
          The picture cannot be drawn here: {state}. The table has the numbers.
        </Text>
      )}
    </div>
  );
}

const config = { displayModeBar: false, responsive: true } as const;

function groundLayout(scheme: Scheme): Partial<Layout> {
  const colors = ink[scheme];
  return {
    paper_bgcolor: colors.paper,
    plot_bgcolor: colors.paper,
    font: { family: 'system-ui, sans-serif', size: chartFontSize(), color: colors.dim },
    margin: { l: 56, r: 12, t: 8, b: 44 },
    hoverlabel: { bgcolor: colors.paper, bordercolor: colors.grid, font: { color: colors.text } },
    showlegend: false,
    autosize: true,
  };
}

/** The picture of a drawn chart, for export. */
export async function plotlyPicture(element: HTMLDivElement | null, format: 'png' | 'svg'): Promise<Blob> {
  const plotly = await loadPlotly();
  if (!element?.classList.contains('js-plotly-plot')) throw new Error('the chart is not drawn yet.');
  const { width, height } = element.getBoundingClientRect();
  const address = await plotly.toImage(element as unknown as PlotlyHTMLElement, {
    format,
    width,
    height,
    scale: format === 'png' ? 2 : 1,
  });
  return (await fetch(address)).blob();
}
