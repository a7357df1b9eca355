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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuvTest {

	@TempDir
	Path folder;

	private static DicomWriter drug() {
		return DicomWriter.empty().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "093000").set(Tag.RADIONUCLIDE_TOTAL_DOSE,
			"350000000").set(Tag.RADIONUCLIDE_HALF_LIFE, "6586.2");
	}

	private static DicomWriter pet(final int n, final DicomWriter drug) {
		return DicomWriter.slice(n, 2 * n).set(Tag.MODALITY, "PT").set(Tag.UNITS, "BQML").set(Tag.DECAY_CORRECTION, "START")
			.set(Tag.CORRECTED_IMAGE, "DECY\\ATTN").set(Tag.PATIENT_WEIGHT, "70").set(Tag.SERIES_DATE, "20240102").set(
				Tag.ACQUISITION_DATE, "20240102").set(Tag.SERIES_TIME, "103000").set(Tag.ACQUISITION_TIME, n == 0 ? "103500.5"
					: "1040").set(Tag.RESCALE_INTERCEPT, "0").set(Tag.RESCALE_SLOPE, "2.5").set(
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
		gives(decayed(3600 + 86400 - 7200), w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "1130"));
		assertTrue(read(w -> w, drug().set(Tag.RADIOPHARMACEUTICAL_START_TIME, "1130")).info().warnings().get(0).contains(
			"day before"));
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
	void knowsOtherUnits() {
		gives(2500, w -> w.set(Tag.UNITS, "GML"), drug());
		refused("SUVType", w -> w.set(Tag.UNITS, "GML").set(Tag.SUV_TYPE, "LBM"), drug());
		gives(2500 * 0.5, w -> w.set(Tag.UNITS, "CNTS").set(Tag.PHILIPS_PRIVATE_CREATOR, "Philips PET Private Group").set(
			Tag.PHILIPS_SUV_FACTOR, "0.5"), drug());
		gives(2 * decayed(3600), w -> w.set(Tag.UNITS, "CNTS").set(Tag.PHILIPS_PRIVATE_CREATOR, "Philips PET Private Group")
			.set(Tag.PHILIPS_ACTIVITY_FACTOR, "2"), drug());
		refused("CNTS (counts)", w -> w.set(Tag.UNITS, "CNTS").set(Tag.PHILIPS_PRIVATE_CREATOR, "Other").set(
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
