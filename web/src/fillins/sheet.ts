/// What comes with the editor.
export { useFillIns } from './useFillIns';
