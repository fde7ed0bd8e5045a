import { Page } from '@/components/Page';

export default function WorkbenchPage() {
  return <Page title="委员工作台">{null}</Page>;
}
