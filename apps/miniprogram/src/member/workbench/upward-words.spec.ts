import { describe, expect, it } from 'vitest';
import { opinionsInWords, relaysInWords } from './upward-words';

describe('what waits on the workbench', () => {
  it('says what presses first', () => {
    expect(opinionsInWords({ draft: 2, returned: 1, cosignInvited: 3 })).toBe(
      '1 份被退回，等您修改，3 份请您联名，2 份草稿',
    );
    expect(opinionsInWords({ draft: 2, returned: 0, cosignInvited: 0 })).toBe('2 份草稿');
  });

  it('says nothing when nothing waits', () => {
    expect(opinionsInWords({ draft: 0, returned: 0, cosignInvited: 0 })).toBeUndefined();
    expect(relaysInWords({ waiting: 0, overdue: 0, withheld: 0 })).toBeUndefined();
  });

  it('says how many relays are late or withheld', () => {
    expect(relaysInWords({ waiting: 5, overdue: 2, withheld: 1 })).toBe(
      '5 条待转告，其中 2 条已超期，1 条没有通过审核',
    );
  });
});
