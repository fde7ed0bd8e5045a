import type { VoiceState } from '@lianxin/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SectorVoice } from '@/api/types';
import { Notice } from '@/components/Notice';
import { QueryView } from '@/components/QueryView';
import { OpinionText } from '../opinion/OpinionText';
import { DeskNotes } from '../parts/DeskNotes';
import { Journey } from '../parts/Journey';
import { OutcomeCard } from '../parts/OutcomeCard';
import { usePresence } from '../parts/useSubmissionDesk';
import { Contributors } from './Contributors';
import { useVoice } from './useVoice';
import { useVoiceText } from './useVoiceText';
import { VoiceActions } from './VoiceActions';
import { VoiceEditor } from './VoiceEditor';
import { VoiceHead } from './VoiceHead';
import { VoiceOpinions } from './VoiceOpinions';
import '../parts/submission.scss';

interface VoiceDeskProps {
  readonly id: string;
}

/** States in which something has become of a voice. */
const HAS_OUTCOME = ['listed', 'decided', 'fed_back', 'relayed'];

/** States in which a voice lies with its convener, and no desk has notes about it. */
const AT_CONVENER: readonly VoiceState[] = ['draft', 'circulating', 'returned', 'withdrawn'];

interface ShownProps {
  readonly voice: SectorVoice;
  readonly act: ReturnType<typeof useVoice>;
}

/** A voice that is being written. */
function Written({ voice, act }: ShownProps) {
  const writing = useVoiceText(voice, act.take);
  return <Shown voice={voice} act={act} writing={writing} />;
}

function Shown({ voice, act, writing }: ShownProps & { readonly writing?: ReturnType<typeof useVoiceText> }) {
  const [done, setDone] = useState<string>();
  const { id, viewer, state } = voice;
  const atOffice = viewer === 'office' && !AT_CONVENER.includes(state);
  const present = usePresence({ kind: 'sector_voice', id }, atOffice);
  return (
    <View className="lx-stack submission">
      <VoiceHead voice={voice} present={present} />
      {done && (
        <Notice tone="good" urgent>
          {done}
        </Notice>
      )}
      <VoiceActions voice={voice} act={act} settled={writing?.settled ?? true} onDone={setDone} />
      <View className="submission__columns">
        <View className="submission__main lx-stack">
          {writing ? <VoiceEditor writing={writing} /> : <OpinionText sections={voice.sections} />}
          {HAS_OUTCOME.includes(state) && <OutcomeCard about={{ kind: 'sector_voice', id }} />}
        </View>
        <View className="submission__side lx-stack">
          <Contributors voice={voice} />
          <VoiceOpinions voice={voice} onChoose={act.choose} openable={viewer === 'convener' || viewer === 'office'} />
          {atOffice && <DeskNotes about={{ kind: 'sector_voice', id }} />}
          <Journey steps={voice.journey} />
        </View>
      </View>
    </View>
  );
}

/** A sector voice: its convener writes and sends it, the office takes it in, leaders read it. */
export function VoiceDesk({ id }: VoiceDeskProps) {
  const act = useVoice(id);
  return (
    <QueryView query={act.query}>
      {(voice) =>
        voice.allowedActions.includes('save') ? <Written voice={voice} act={act} /> : <Shown voice={voice} act={act} />
      }
    </QueryView>
  );
}
