-- Terms that nobody has ended yet, by their last day; births and decided days by which retirements are found.
CREATE INDEX appointments_expiring ON appointments (term_ends_on, id) WHERE ended_on IS NULL AND NOT reversed AND term_ends_on IS NOT NULL;
CREATE INDEX cadres_births ON cadres (female, born) WHERE serving;
CREATE INDEX cadres_retirement_date ON cadres (retirement_date) WHERE retirement_date IS NOT NULL;
