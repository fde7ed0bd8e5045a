import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '@/api/problem';
import type { Digest } from '@/api/types';
import { DeadlineTag } from '@/components/DeadlineTag';
import { replacePage } from '@/navigation';
import { DetailsDialog } from './DetailsDialog';
import { DigestStateTag } from './DigestTags';
import { meetingInWords, progressInWords } from './digest-words';
import type { DigestWork } from './useDigest';
import { type DigestFile, useDigestFiles } from './useDigestFiles';

interface DigestHeadProps {
  readonly digest: Digest;
  readonly work: DigestWork;
}

/** What the digest is, how far it is, and what can be done with it as a whole. */
export function DigestHead({ digest, work }: DigestHeadProps) {
  const { message, modal } = App.useApp();
  const [editing, setEditing] = useState(false);
  const files = useDigestFiles(digest);
  const may = (action: Digest['allowedActions'][number]) => digest.allowedActions.includes(action);
  const download = (file: DigestFile) => void files.download(file).catch((error) => message.error(sentenceOf(error)));
  const ask = (title: string, content: string, okText: string, what: () => Promise<unknown>, danger = false) =>
    modal.confirm({
      title,
      content,
      okText,
      okButtonProps: { danger },
      onOk: async () => {
        try {
          await what();
        } catch (error) {
          void message.error(sentenceOf(error));
        }
      },
    });
  const discard = async () => {
    await work.discard();
    replacePage('/office/digests/index');
  };
  return (
    <div className="digest__head">
      <div className="lx-row">
        <DigestStateTag state={digest.state} />
        <DeadlineTag state={digest.deadline} dueAt={digest.feedbackDue} />
        <span className="lx-soft">{`${digest.reference} · ${meetingInWords(digest)} · ${progressInWords(digest)}`}</span>
      </div>
      <Space wrap>
        {may('edit') && <Button onClick={() => setEditing(true)}>会议和文件</Button>}
        {digest.viewer !== 'desk' && digest.items.length > 0 && (
          <>
            <Button loading={files.busy === 'document'} onClick={() => download('document')}>
              {digest.redHeading ? '下载 Word（套红）' : '下载 Word'}
            </Button>
            <Button loading={files.busy === 'spreadsheet'} onClick={() => download('spreadsheet')}>
              下载表格
            </Button>
          </>
        )}
        {may('discard') && (
          <Button
            danger
            onClick={() => ask('删除这次汇总？', '上面的条目都回到待汇总里，不会丢失。', '删除', discard, true)}
          >
            删除
          </Button>
        )}
        {may('recall') && (
          <Button onClick={() => ask('撤回修改？', '撤回后主席会议成员看不到它，改好再报送。', '撤回', work.recall)}>
            撤回修改
          </Button>
        )}
        {may('submit') && (
          <Button
            type="primary"
            onClick={() =>
              ask(
                `报送 ${digest.items.length} 件？`,
                '报送后主席会议成员在手机上就能阅读、写批注；有决定以前还可以撤回修改。',
                '报送',
                work.submit,
              )
            }
          >
            报送
          </Button>
        )}
      </Space>
      {editing && <DetailsDialog digest={digest} change={work.change} onClose={() => setEditing(false)} />}
    </div>
  );
}
