package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuvTest {

	/** The element that reserves the block of Philips' factors. */
	private static final int CREATOR = 0x70530010;

	@TempDir
	Path folder;

	private static DicomWriter drug() {
		return DicomWriter.empty().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "093000").set(Tag.RADIONUCLIDE_TOTAL_DOSE,
			"350000000").set(Tag.RADIONUCLIDE_HALF_LIFE, "6586.2");
	}

	private static DicomWriter pet(final int n, final DicomWriter drug) {
		return pet(DicomWriter.slice(n, 2 * n), drug).set(Tag.ACQUISITION_TIME, n == 0 ? "103500.5" : "1040");
	}

	/** A slice made one of a PET with all that SUV needs. */
	static DicomWriter pet(final DicomWriter slice) {
		return pet(slice, drug());
	}

	private static DicomWriter pet(final DicomWriter slice, final DicomWriter drug) {
		return slice.set(Tag.MODALITY, "PT").set(Tag.UNITS, "BQML").set(Tag.DECAY_CORRECTION, "START")
			.set(Tag.CORRECTED_IMAGE, "DECY\\ATTN").set(Tag.PATIENT_WEIGHT, "70").set(Tag.SERIES_DATE, "20240102").set(
				Tag.ACQUISITION_DATE, "20240102").set(Tag.SERIES_TIME, "103000").set(Tag.ACQUISITION_TIME, "1040").set(Tag.RESCALE_INTERCEPT, "0").set(Tag.RESCALE_SLOPE, "2.5").set(
						Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(drug));
	}

	private Volume read(final UnaryOperator<DicomWriter> change, final DicomWriter drug) {
		for (int n = 0; n < 2; n++)
			change.apply(pet(n, drug)).write(folder.resolve("p" + n));
		return DicomFolder.scan(folder, Progress.NONE).readSuv(SeriesChoice.ONLY, Progress.NONE);
	}

	/** SUV of the first voxel, stored 1000, so of 2500 Bq/ml. Rounding of a few products: 1e-12. */
	private void gives(final double expected, final UnaryOperator<DicomWriter> change, final DicomWriter drug) {
		final Volume suv = read(change, drug);
		assertEquals(expected, VoxelArrays.doubles(suv)[0], 1e-12 * expected);
		assertEquals("g/ml", suv.info().valueUnit());
	}

	private String said(final UnaryOperator<DicomWriter> change, final DicomWriter drug) {
		return String.join("\n", read(change, drug).info().warnings());
	}

	private void refused(final String words, final UnaryOperator<DicomWriter> change, final DicomWriter drug) {
		final String message = assertThrows(InputException.class, () -> read(change, drug)).getMessage();
		assertTrue(message.contains(words) && message.contains(folder.toString()), message);
	}

	private static double decayed(final double seconds) {
		return 2500 * 70_000 / (350e6 * Math.pow(2, -seconds / 6586.2));
	}

	@Test
	void countsDecayToTheSeriesTime() {
		gives(decayed(3600), w -> w, drug());
		gives(2500 * 70_000 / 350e6, w -> w.set(Tag.DECAY_CORRECTION, "ADMIN"), drug());
		gives(decayed(4200), w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20240102092000.00+0100"));
		gives(decayed(11 * 3600), w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "2330"));
		assertTrue(said(w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "2330")).contains("day before"));
		refused("'1130', after the scan (2024-01-02T10:30)", w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "1130"));
	}

	@Test
	void comparesNumbersNotTheirDigits() {
		pet(0, drug()).write(folder.resolve("p0"));
		pet(1, drug().set(Tag.RADIONUCLIDE_TOTAL_DOSE, "3.5E+08")).set(Tag.PATIENT_WEIGHT, "70.0").write(folder.resolve("p1"));
		final Volume suv = DicomFolder.scan(folder, Progress.NONE).readSuv(SeriesChoice.ONLY, Progress.NONE);
		assertEquals(decayed(3600), VoxelArrays.doubles(suv)[0], 1e-12);
	}

	@Test
	void takesTheSeriesDateForThatOfTheAcquisitionAndSaysSo() {
		gives(decayed(3600), w -> w.remove(Tag.ACQUISITION_DATE), drug());
		assertEquals(1, said(w -> w.remove(Tag.ACQUISITION_DATE), drug()).split(
			"AcquisitionDate \\(0008,0022\\) is missing; SeriesDate \\(0008,0021\\) was taken for it", -1).length - 1);
		refused("AcquisitionDate (0008,0022) is missing in p0", w -> w.remove(Tag.ACQUISITION_DATE).remove(Tag.SERIES_DATE),
			drug());
		refused("AcquisitionTime (0008,0032) is missing in p0", w -> w.remove(Tag.ACQUISITION_TIME), drug());
	}

	@Test
	void countsDecayToTheFirstAcquisitionOfAReprocessedSeries() {
		gives(decayed(3900.5), w -> w.set(Tag.SERIES_TIME, "120000"), drug());
		// Mean count-rate time of a frame of 240 s with this half-life, by the series of the formula: about T/2 - lambda T^2/24.
		final double lambda = Math.log(2) / 6586.2, mean = Math.log(lambda * 240 / (1 - Math.exp(-lambda * 240))) / lambda;
		assertEquals(120 - lambda * 240 * 240 / 24, mean, 1e-3);
		gives(decayed(3900.5 + mean - 60), w -> w.set(Tag.SERIES_TIME, "120000").set(Tag.FRAME_REFERENCE_TIME, "60000").set(
			Tag.ACTUAL_FRAME_DURATION, "240000"), drug());
	}

	@Test
	void countsToTheFirstAcquisitionWithoutAUsableReferenceTime() {
		gives(decayed(3900.5), w -> w.set(Tag.SERIES_TIME, "120000").set(Tag.FRAME_REFERENCE_TIME, "0").set(
			Tag.ACTUAL_FRAME_DURATION, "240000"), drug());
		gives(decayed(3300), w -> w.set(Tag.SERIES_TIME, "120000").set(0x00090010, Vr.LO, "GEMS_IDEN_01").set(0x000900E1, Vr.LO,
			"GEMS_PETD_01").set(0x0009E10D, Vr.DT, "20240102102500.00").set(0x0009100D, Vr.DT, "20240102080000"), drug());
		gives(decayed(3900.5), w -> w.remove(Tag.ACQUISITION_TIME).remove(Tag.SERIES_TIME).set(Tag.ACQUISITION_DATE_TIME,
			"20240102103500.5"), drug());
		refused("AcquisitionTime (0008,0032) is missing in p0", w -> w.remove(Tag.ACQUISITION_TIME), drug());
	}

	@Test
	void knowsTimeZones() {
		final DicomWriter drug = drug().set(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20240102083000+0000");
		gives(decayed(3600), w -> w.set(Tag.TIMEZONE_OFFSET_FROM_UTC, "+0100"), drug);
		assertTrue(said(w -> w.set(Tag.TIMEZONE_OFFSET_FROM_UTC, "+0100"), drug).contains("the latter was taken"));
		refused("no offset from UTC", w -> w.set(Tag.TIMEZONE_OFFSET_FROM_UTC, "CET"), drug);
	}

	@Test
	void saysTheFactorAndHowItCameAbout() {
		final String said = said(w -> w, drug());
		assertTrue(said.contains("SUV: Bq/ml times " + String.format(Locale.ROOT, "%.9g", decayed(3600) / 2500) +
			": 70.0 kg, 3.5E8 Bq injected, 3600.0 s of decay."), said);
		assertTrue(said(w -> w.set(Tag.DECAY_CORRECTION, "ADMIN"), drug()).contains("decay corrected to the injection"));
		assertTrue(said(w -> w.set(Tag.UNITS, "GML"), drug()).contains("SUVbw already"));
		final DicomFolder scanned = DicomFolder.scan(folder, Progress.NONE);
		assertEquals(List.of("SUV: the values are SUVbw already (Units (0054,1001) is GML)."), scanned.suv(scanned.series().get(
			0)));
	}

	@Test
	void findsPhilipsFactorsInAnyBlock() {
		final UnaryOperator<DicomWriter> moved = w -> w.set(Tag.UNITS, "CNTS").set(CREATOR, Vr.LO, "Another").set(
			Tag.PHILIPS_SUV_FACTOR, "7").set(0x705300A3, Vr.LO, "Philips PET Private Group").set(0x7053A300, Vr.DS, "0.5").set(
				0x7053A309, Vr.DS, "2");
		gives(2500 * 0.5, moved, drug());
		assertTrue(said(moved, drug()).contains("0.5, Philips' SUVScaleFactor"));
		assertTrue(said(moved, drug()).contains("the factor would be"));
		refused("are missing or 0", w -> moved.apply(w).set(0x7053A300, Vr.DS, "0").set(0x7053A309, Vr.DS, "0"), drug());
	}

	@Test
	void refusesWhatIsImplausible() {
		refused("RadionuclideTotalDose (0018,1074) is 350.0 Bq, too little", w -> w, drug().set(Tag.RADIONUCLIDE_TOTAL_DOSE,
			"350"));
		refused("is 3.5E14 Bq, too much", w -> w, drug().set(Tag.RADIONUCLIDE_TOTAL_DOSE, "3.5E14"));
		refused("PatientWeight (0010,1030) is 70000.0 kg", w -> w.set(Tag.PATIENT_WEIGHT, "70000"), drug());
		refused("more than 12.0 half-lives", w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20240101093000"));
	}

	@Test
	void refusesWhatDiffersBetweenSlices() {
		refused("PatientWeight (0010,1030) differs between slices: '70', and '71' in p1", w -> isSecond(w) ? w.set(
			Tag.PATIENT_WEIGHT, "71") : w, drug());
		refused("RadionuclideTotalDose (0018,1074) differs", w -> isSecond(w) ? w.set(
			Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(drug().set(Tag.RADIONUCLIDE_TOTAL_DOSE, "300000000"))) : w, drug());
	}

	private static boolean isSecond(final DicomWriter slice) {
		return new String(slice.bytes(), StandardCharsets.ISO_8859_1).contains("1.2.3.9.1");
	}

	@Test
	void knowsOtherUnits() {
		gives(2500, w -> w.set(Tag.UNITS, "GML"), drug());
		refused("SUVType", w -> w.set(Tag.UNITS, "GML").set(Tag.SUV_TYPE, "LBM"), drug());
		gives(2500 * 0.5, w -> w.set(Tag.UNITS, "CNTS").set(CREATOR, Vr.LO, "Philips PET Private Group").set(
			Tag.PHILIPS_SUV_FACTOR, "0.5"), drug());
		gives(2 * decayed(3600), w -> w.set(Tag.UNITS, "CNTS").set(CREATOR, Vr.LO, "Philips PET Private Group")
			.set(Tag.PHILIPS_ACTIVITY_FACTOR, "2"), drug());
		refused("CNTS (counts)", w -> w.set(Tag.UNITS, "CNTS").set(CREATOR, Vr.LO, "Other").set(
			Tag.PHILIPS_SUV_FACTOR, "0.5"), drug());
		refused("Units (0054,1001) is 'CM2'", w -> w.set(Tag.UNITS, "CM2"), drug());
		refused("Modality (0008,0060) is 'CT'", w -> w.set(Tag.MODALITY, "CT"), drug());
	}

	@Test
	void refusesWhatIsMissingOrContradictory() {
		refused("PatientWeight (0010,1030) is missing", w -> w.remove(Tag.PATIENT_WEIGHT), drug());
		refused("PatientWeight (0010,1030) is 0.0", w -> w.set(Tag.PATIENT_WEIGHT, "0"), drug());
		refused("RadionuclideTotalDose (0018,1074) is missing", w -> w, drug().remove(Tag.RADIONUCLIDE_TOTAL_DOSE));
		refused("RadionuclideHalfLife (0018,1075) is missing", w -> w, drug().remove(Tag.RADIONUCLIDE_HALF_LIFE));
		refused("RadiopharmaceuticalStartTime (0018,1072) are missing", w -> w, drug().remove(
			Tag.RADIOPHARMACEUTICAL_START_TIME));
		refused("'2512', no time", w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "2512"));
		refused("without DECY", w -> w.set(Tag.CORRECTED_IMAGE, "ATTN"), drug());
		refused("DecayCorrection (0054,1102) is 'NONE'", w -> w.set(Tag.DECAY_CORRECTION, "NONE"), drug());
		refused("s apart", w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, "20240103093000"));
		refused("RadiopharmaceuticalInformationSequence (0054,0016) has 0 items", w -> w.remove(
			Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE), drug());
	}

	@ParameterizedTest
	@ValueSource(strings = { "g_pet_suv_start", "g2_pet_suv_admin", "g3_pet_gml", "g4_pet_suv_midnight",
		"g5_pet_suv_seriestime_late", "g6_pet_suv_no_weight", "g7_pet_counts_philips" })
	void equalsTheReference(final String id) throws Exception {
		final Path golden = Shared.path("golden/dicom").resolve(id);
		final DicomFolder dicom = DicomFolder.scan(golden.resolve("dicom"), Progress.NONE);
		if (JsonParser.parseString(Files.readString(golden.resolve("case.json"))).getAsJsonObject().get("expect").getAsString()
			.equals("load_suv_error"))
		{
			assertTrue(assertThrows(InputException.class, () -> dicom.readSuv(SeriesChoice.ONLY, Progress.NONE)).getMessage()
				.contains("PatientWeight (0010,1030)"));
			return;
		}
		final double[] found = VoxelArrays.doubles(dicom.readSuv(SeriesChoice.ONLY, Progress.NONE));
		final double[] expected = VoxelArrays.doubles(new NrrdFormat().read(golden.resolve("suvbw.nrrd"), Progress.NONE));
		for (int i = 0; i < expected.length; i++)
			// The reference's tolerance, as its README says.
			assertEquals(expected[i], found[i], 1e-6 * Math.abs(expected[i]));
	}
}
