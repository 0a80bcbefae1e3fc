import { useTitle } from '../../components/layout/use-title.ts';
import { useShown } from '../../components/layout/lesson.tsx';
import { presets } from '../../core/experiments/presets.ts';
import './gallery.css';
import { Hero } from './hero.tsx';
import { heroPresetId } from './hero-run.ts';
import { PresetList } from './preset-list.tsx';

/** The first screen: a live attack, then every experiment there is. */
export function GalleryPage() {
  useTitle('Gallery');
  const listed = useShown('presets');
  const hero = presets.find((preset) => preset.id === heroPresetId);
  return (
    <div className="page">
      {hero && <Hero preset={hero} />}
      {listed && <PresetList presets={presets} />}
    </div>
  );
}
