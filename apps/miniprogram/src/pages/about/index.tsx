import { View } from '@tarojs/components';
import { Page } from '@/components/Page';
import './index.scss';

/** What this is, what happens with a letter and with one's data, in plain words. */
export default function AboutPage() {
  return (
    <Page title="关于连心桥">
      <View className="lx-card about">
        <View className="lx-prose">
          连心桥是县政协委员联系群众的平台。您可以给委员写信，反映问题、提出建议；委员会在这里回复您，并把大家的意见向上反映。
        </View>
        <View className="lx-heading">一封信会经过哪些步骤</View>
        <View className="lx-prose">
          1. 您写信，选择一位委员。{'\n'}2. 系统核对内容是否可以送达，一般几分钟就好。{'\n'}3.
          委员阅读并回复，期限会写在信上。
          {'\n'}4. 您可以追问，也可以给这次答复打分。{'\n'}5. 委员把信里的意见整理后向上反映，结果会再转告您。
        </View>
        <View className="lx-heading">谁能看到我的信</View>
        <View className="lx-prose">
          只有您和收信的委员。信件超期、被投诉或申诉时，政协办公室才会查看，并且每次查看都有记录。您的姓名怎样显示给委员，由您写信时决定。
        </View>
        <View className="lx-heading">什么事不归这里管</View>
        <View className="lx-prose">
          遇到紧急危险请拨打 110、119、120。急办的政务服务可拨打
          12345。委员认为您的事归其他部门办理时，会告诉您该找谁、怎么找。
        </View>
      </View>
    </Page>
  );
}
