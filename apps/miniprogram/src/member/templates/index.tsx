import { KeptCards } from '@/components/KeptCards';
import { Page } from '@/components/Page';
import { useAnswerTemplates } from '@/hooks/useAnswerTemplates';
import { RequireMember } from '../parts/RequireMember';

function Templates() {
  return <KeptCards list={useAnswerTemplates('self')} />;
}

/** A member's answer templates; the office's stand among them, to be read. */
export default function MemberTemplatesPage() {
  return (
    <Page title="回复模板">
      <RequireMember>{() => <Templates />}</RequireMember>
    </Page>
  );
}
