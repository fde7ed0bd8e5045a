import { Page } from '@/components/Page';

export default function OverduePage() {
  return <Page title="超期来信">{null}</Page>;
}
