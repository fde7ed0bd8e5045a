import { useAnswerTemplates } from '@/hooks/useAnswerTemplates';
import { DeskShell } from '../DeskShell';
import { KeptTable } from '../parts/KeptTable';

function Content() {
  return <KeptTable list={useAnswerTemplates('office')} titleHead="名称" linesHead="文字" />;
}

/** The answer templates that the office gives to all members. */
export default function OfficeTemplatesPage() {
  return (
    <DeskShell title="回复模板" url="/office/templates/index">
      <Content />
    </DeskShell>
  );
}
