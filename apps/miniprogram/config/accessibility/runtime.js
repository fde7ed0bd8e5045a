// The runtime numbers the attributes of each component; it has to count the same ones as the templates do.
import { mergeInternalComponents } from '@tarojs/shared';
import { accessibleComponents } from './attributes';

mergeInternalComponents(accessibleComponents);
