import { View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { Digest } from '@/api/types';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { DeadlineTag } from '@/components/DeadlineTag';
import { Notice } from '@/components/Notice';
import { DigestStateTag } from './DigestTags';
import { meetingInWords, progressInWords } from './digest-words';
import type { DigestWork } from './useDigest';
import { type DigestFile, useDigestFiles } from './useDigestFiles';

interface PhoneHeadProps {
  readonly digest: Digest;
  readonly work: DigestWork;
}

/** On a phone: what the digest is, handing it in or taking it back, and its files. */
export function PhoneHead({ digest, work }: PhoneHeadProps) {
  const [asking, setAsking] = useState<'submit' | 'recall'>();
  const [failure, setFailure] = useState<string>();
  const files = useDigestFiles(digest);
  const download = (file: DigestFile) => {
    setFailure(undefined);
    void files.download(file).catch((error: unknown) => setFailure(sentenceOf(error)));
  };
  return (
    <View className="lx-card lx-stack">
      <View className="phone-digest__title">{digest.title}</View>
      <View className="lx-soft">{`${digest.reference} · ${meetingInWords(digest)}`}</View>
      <View className="lx-row">
        <DigestStateTag state={digest.state} />
        <DeadlineTag state={digest.deadline} dueAt={digest.feedbackDue} />
        <View>{progressInWords(digest)}</View>
      </View>
      {failure && (
        <Notice tone="bad" urgent>
          {failure}
        </Notice>
      )}
      <View className="lx-row">
        {digest.allowedActions.includes('submit') && (
          <Button kind="primary" onTap={() => setAsking('submit')}>
            报送
          </Button>
        )}
        {digest.allowedActions.includes('recall') && <Button onTap={() => setAsking('recall')}>撤回修改</Button>}
        {digest.viewer !== 'desk' && digest.items.length > 0 && (
          <>
            <Button busy={files.busy === 'document'} onTap={() => download('document')}>
              Word 文件
            </Button>
            <Button busy={files.busy === 'spreadsheet'} onTap={() => download('spreadsheet')}>
              表格
            </Button>
          </>
        )}
      </View>
      <ConfirmDialog
        open={asking === 'submit'}
        title={`报送 ${digest.items.length} 件？`}
        confirmWord="报送"
        onConfirm={work.submit}
        onClose={() => setAsking(undefined)}
      >
        报送后主席会议成员在手机上就能阅读、写批注；有决定以前还可以撤回修改。
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'recall'}
        title="撤回修改？"
        confirmWord="撤回"
        onConfirm={work.recall}
        onClose={() => setAsking(undefined)}
      >
        撤回后主席会议成员看不到它，改好再报送。
      </ConfirmDialog>
    </View>
  );
}
