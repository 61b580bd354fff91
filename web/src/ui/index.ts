export { Alert } from './Alert';
export { Button } from './Button';
export { Checkbox } from './Checkbox';
export { Choices } from './Choices';
export { Dialog } from './Dialog';
export { Form } from './Form';
export { isTyping, noteNavigation, useFocusOnArrival, useTitle } from './focus';
export { Heading } from './Heading';
export { Icon, type IconName } from './Icon';
export { LongField } from './LongField';
export {
  applyLook,
  followDevice,
  type Look,
  type Scheme,
  schemes,
  store,
  stored,
  storedLook,
  type Town,
  towns,
} from './look';
export { PartnerMark } from './PartnerMark';
export { Popover } from './Popover';
export { markClasses, partnerClass } from './partner';
export { RadioGroup } from './RadioGroup';
export { Select } from './Select';
export { Skeleton } from './Skeleton';
export { TextField } from './TextField';
export { useWide } from './useWide';
