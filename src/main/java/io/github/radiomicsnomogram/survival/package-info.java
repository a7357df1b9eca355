/**
 * Survival statistics: what R's survival, glmnet, rms, Hmisc and pROC compute, to the same digits, without images or
 * screens. A {@link io.github.radiomicsnomogram.survival.Cohort} is a table of patients; with
 * {@link io.github.radiomicsnomogram.survival.ModelFrame} it becomes
 * {@link io.github.radiomicsnomogram.survival.SurvivalTimes} and a
 * {@link io.github.radiomicsnomogram.survival.DesignMatrix}, from which every method starts. Patients with a missing value
 * are left out there, as R's na.omit does, and nowhere else. Results are immutable; times are in whatever unit they were
 * given; markers are larger for worse. {@link io.github.radiomicsnomogram.survival.report} writes results down.
 */
package io.github.radiomicsnomogram.survival;
