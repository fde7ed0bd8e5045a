import { Page } from '@/components/Page';

export default function DeskPage() {
  return <Page title="办公室工作台">{null}</Page>;
}
