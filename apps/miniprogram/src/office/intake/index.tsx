import { useRouter } from '@tarojs/taro';
import { DeskPage } from '../parts/DeskPage';
import { IntakePhone } from './IntakePhone';
import { useIntake } from './useIntake';

function Intake() {
  return <IntakePhone intake={useIntake(useRouter().params)} />;
}

/** What was handed in to the own desk, on the phone: looked through, opened, accepted. */
export default function IntakePage() {
  return (
    <DeskPage title="意见受理" url="/office/intake/index">
      <Intake />
    </DeskPage>
  );
}
