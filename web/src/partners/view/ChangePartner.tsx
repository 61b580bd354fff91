import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog, Form, PartnerMark, Select, TextField } from '../../ui';
import { changePartner, removePartner } from '../api';
import { type Kind, ownKind, type Partner } from '../model';
import { Failure } from './Failure';
import { Removal } from './Removal';
import { useDeed } from './useDeed';
import { useFields } from './useFields';

export interface ChangePartnerProps {
  partner: Partner;
  kinds: readonly Kind[];
  /// The municipality itself: its kind stays, and it cannot leave.
  own: boolean;
  onClose: () => void;
  onDone: (told: string) => void;
}

/// A partner's name, kind and mark, and its end.
export function ChangePartner({ partner, kinds, own, onClose, onDone }: ChangePartnerProps) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const [kind, setKind] = useState(partner.kind);
  const [colour, setColour] = useState(partner.colour);
  const fields = useFields(
    { name: 'name', badge: 'name' },
    { name: partner.name, badge: partner.badge },
    failure,
  );
  const submit = async () => {
    const wish = { ...fields.values, kind: own ? ownKind : kind, colour };
    if (fields.ready() && (await run(() => changePartner(partner.id, wish)))) {
      onDone(t('saved'));
    }
  };
  const remove = async () => {
    if (await run(() => removePartner(partner.id))) {
      onDone(t('people.removedPartner', { name: partner.name }));
    }
  };
  const known = kinds.some((each) => each.id === partner.kind)
    ? kinds
    : [{ id: partner.kind, label: partner.kindLabel }, ...kinds];
  return (
    <Dialog
      title={t('partner.changeOf', { name: partner.name })}
      closeLabel={t('close')}
      onClose={onClose}
    >
      <Form busy={busy} onSubmit={submit}>
        {failure && fields.apart ? <Failure failure={failure} /> : null}
        <TextField label={t('name')} maxLength={200} {...fields.bind('name')} />
        {own ? null : (
          <Select
            label={t('partner.kind')}
            value={kind}
            onChange={setKind}
            choices={known.map((each) => ({ value: each.id, label: each.label }))}
          />
        )}
        <TextField
          label={t('partner.badge')}
          description={t('partner.badgeHint')}
          maxLength={2}
          {...fields.bind('badge')}
        />
        <Colours badge={fields.values.badge} value={colour} onChange={setColour} />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('save')}
          </Button>
          <Button kind="subtle" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </Form>
      {own ? null : (
        <Removal
          label={t('partner.remove')}
          sure={t('partner.removeSure', { name: partner.name })}
          yes={t('partner.removeYes')}
          busy={busy}
          onRemove={() => void remove()}
        />
      )}
    </Dialog>
  );
}

interface ColoursProps {
  badge: string;
  value: number;
  onChange: (colour: number) => void;
}

const COLOUR_COUNT = 16;

function Colours({ badge, value, onChange }: ColoursProps) {
  const { t } = useTranslation('partners');
  return (
    <fieldset className="bt-radios">
      <legend className="bt-radios__legend">{t('partner.colour')}</legend>
      <div className="bt-colours">
        {Array.from({ length: COLOUR_COUNT }, (_, colour) => colour).map((colour) => (
          <label key={colour} className="bt-colour">
            <input
              type="radio"
              name="colour"
              checked={value === colour}
              onChange={() => onChange(colour)}
            />
            <span className="bt-hidden">{t('partner.colourOf', { number: colour + 1 })}</span>
            <PartnerMark badge={badge} colour={colour} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
