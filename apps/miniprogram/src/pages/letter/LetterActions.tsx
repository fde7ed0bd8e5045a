import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '@/api/client';
import type { Letter } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { usePublicConfig } from '@/hooks/usePublicConfig';
import { FollowUp } from './FollowUp';
import { type Rating, RatingDialog } from './RatingDialog';
import { useLetterAction } from './useLetter';

type Dialog = 'close' | 'rate' | 'reopen' | 'withdraw';

interface LetterActionsProps {
  readonly letter: Letter;
}

/** What the writer may do with the letter now, as the server says in `allowedActions`. */
export function LetterActions({ letter }: LetterActionsProps) {
  const config = usePublicConfig();
  const act = useLetterAction(letter.id);
  const [dialog, setDialog] = useState<Dialog>();
  const [following, setFollowing] = useState(false);
  const may = (action: Letter['allowedActions'][number]) => letter.allowedActions.includes(action);
  const path = { id: letter.id };
  const { version } = letter;
  const close = () => setDialog(undefined);
  const rated = ({ stars, words }: Rating) => ({
    version,
    ...(stars > 0 && { stars }),
    ...(words !== '' && { words }),
  });

  return (
    <>
      {may('follow_up') && following && <FollowUp letter={letter} onClose={() => setFollowing(false)} />}
      <View className="letter-view__actions">
        {may('follow_up') && !following && (
          <Button kind="primary" onTap={() => setFollowing(true)}>
            追问
          </Button>
        )}
        {may('close') && <Button onTap={() => setDialog('close')}>评价并办结</Button>}
        {may('rate') && (
          <Button kind="primary" onTap={() => setDialog('rate')}>
            评价
          </Button>
        )}
        {may('reopen') && <Button onTap={() => setDialog('reopen')}>重新打开</Button>}
        {may('withdraw') && (
          <Button kind="danger" onTap={() => setDialog('withdraw')}>
            撤回这封信
          </Button>
        )}
      </View>
      <RatingDialog
        open={dialog === 'close'}
        title="评价并办结"
        explanation="办结以后，这件事就算了结。您对答复满意吗？也可以不评价，直接办结。"
        confirmWord="办结"
        starsRequired={false}
        onConfirm={(rating) => act(() => api.post('/api/v1/letters/{id}/close', { path, body: rated(rating) }))}
        onClose={close}
      />
      <RatingDialog
        open={dialog === 'rate'}
        title="评价"
        explanation="您对答复满意吗？"
        confirmWord="提交评价"
        starsRequired
        onConfirm={(rating) =>
          act(() => api.post('/api/v1/letters/{id}/rate', { path, body: { ...rated(rating), stars: rating.stars } }))
        }
        onClose={close}
      />
      <ConfirmDialog
        open={dialog === 'reopen'}
        title="重新打开这封信"
        confirmWord="重新打开"
        reason={{ label: '为什么要重新打开', hint: '例如：答复说的事还没有办好' }}
        onConfirm={(reason) => act(() => api.post('/api/v1/letters/{id}/reopen', { path, body: { reason, version } }))}
        onClose={close}
      >
        {`${letter.member.name}委员会再次处理这件事。办结后${config ? ` ${config.reopenDays} 天内` : ''}可以重新打开一次。`}
      </ConfirmDialog>
      <ConfirmDialog
        open={dialog === 'withdraw'}
        title="撤回这封信"
        confirmWord="撤回"
        danger
        onConfirm={() => act(() => api.post('/api/v1/letters/{id}/withdraw', { path, body: { version } }))}
        onClose={close}
      >
        撤回以后，委员不会再看到它，也不能恢复。还可以另写一封。
      </ConfirmDialog>
    </>
  );
}
