import { SCREENING_RULE_CODES, SCREENING_RULES, type ScreeningRuleCode } from '@lianxin/shared';
import { useEffect, useState } from 'react';
import type { ModerationItem } from '@/api/types';
import { ChoiceList } from '@/components/ChoiceList';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import type { useModeration } from './useModeration';

interface DecisionDialogsProps {
  readonly item: ModerationItem;
  readonly asking: 'pass' | 'withhold' | undefined;
  readonly decide: ReturnType<typeof useModeration>['decide'];
  readonly onClose: () => void;
}

/** Asks once more before a decision; withholding takes the rule and a reason, which the author reads. */
export function DecisionDialogs({ item, asking, decide, onClose }: DecisionDialogsProps) {
  const [rule, setRule] = useState<ScreeningRuleCode>();
  useEffect(() => setRule(item.ruleCode ?? undefined), [item.ruleCode]);
  return (
    <>
      <ConfirmDialog
        open={asking === 'pass'}
        title="通过这段内容？"
        confirmWord="通过"
        onConfirm={() => decide(item, { decision: 'pass' })}
        onClose={onClose}
      >
        通过后对方马上就能看到。
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'withhold'}
        title="拦下这段内容"
        confirmWord="拦下"
        danger
        incomplete={rule === undefined}
        reason={{ label: '理由', hint: '写的人会看到，请说清楚哪里不合适' }}
        onConfirm={(reason) => decide(item, { decision: 'withhold', ruleCode: rule, reason })}
        onClose={onClose}
      >
        <ChoiceList
          label="违反的规则"
          choices={SCREENING_RULE_CODES.map((code) => ({ value: code, label: SCREENING_RULES[code].name }))}
          value={rule}
          onChange={setRule}
        />
      </ConfirmDialog>
    </>
  );
}
