-- A procedure whose decision was taken back as wrongly entered waits for the right one; those taken back before this was so wait from now on.
UPDATE procedures x SET concluded_on = NULL, concluded_by = NULL, appointment_id = NULL, version = x.version + 1
WHERE x.appointment_id IS NOT NULL
  AND EXISTS (SELECT FROM appointment_events e JOIN appointment_events r ON r.reverses_id = e.id WHERE e.procedure_id = x.id AND e.kind <> 'ended')
  AND NOT EXISTS (SELECT FROM appointment_events e WHERE e.procedure_id = x.id AND e.appointment_id = x.appointment_id AND e.kind IN ('begun', 'reappointed', 'extended')
    AND NOT EXISTS (SELECT FROM appointment_events r WHERE r.reverses_id = e.id))
  AND NOT EXISTS (SELECT FROM procedures o WHERE o.holding_id = x.holding_id AND o.id <> x.id AND o.concluded_on IS NULL);
