import { Button, Modal } from 'antd';
import type { DeskKey } from './desk-keys';
import './KeyHelp.scss';

const NAMES: Readonly<Record<string, string>> = { Enter: '回车', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' };

interface KeyHelpProps {
  readonly keys: readonly Omit<DeskKey, 'run'>[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Says which keys a page has: the first few beside the work, all of them by `?`. */
export function KeyHelp({ keys, open, onOpen }: KeyHelpProps) {
  return (
    <>
      <Button size="small" className="key-help" onClick={() => onOpen(true)}>
        键盘操作 <kbd className="key-help__key">?</kbd>
      </Button>
      <Modal open={open} title="键盘操作" footer={null} width={420} onCancel={() => onOpen(false)}>
        <dl className="key-help__list">
          {keys.map(({ key, words }) => (
            <div key={key} className="key-help__row">
              <dt>
                <kbd className="key-help__key">{NAMES[key] ?? key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className="lx-soft">正在填写文字时，这些键照常输入。</p>
      </Modal>
    </>
  );
}
