package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From real CT to the prediction, against the published formula on the features that PyRadiomics 3.1.0 gives. */
class PredictionOfImagesTest {

	/** The features agree with PyRadiomics within 1e-9 relative, and none of the four products exceeds 1. */
	private static final double TOLERANCE = 4e-9;

	private static final PrognosticModel ZHANG = Examples.zhang();

	@ParameterizedTest
	@ValueSource(strings = { "ibsi_ct", "sts001_ct", "sts002_ct", "sts010_ct", "sts018_ct", "sts019_ct" })
	void theScoreOfRealCtIsThatOfPyRadiomicsFeatures(final String name) throws IOException {
		final Path dir = Shared.path("golden/radiomics/" + name);
		final Map<String, Double> f = Files.readAllLines(dir.resolve("S1.csv")).stream().skip(1).map(l -> l.split(","))
			.collect(Collectors.toMap(c -> c[0], c -> Double.valueOf(c[1])));
		final Prediction p = predict(dir);
		final double score = f.get("original_firstorder_Kurtosis") * -5.570173e-03 + f.get("original_glcm_Correlation") *
			1.004042e+00 + f.get("original_glcm_MaximumProbability") * -9.648413e-01 + f.get(
				"original_glszm_LargeAreaEmphasis") * 1.643472e-08;
		assertEquals(score, p.riskScore(), TOLERANCE);
		final double lp = Math.log(30.328) * score + Math.log(1.018) * 20 + Math.log(2.360);
		assertEquals(lp, p.linearPredictor().orElseThrow(), 4 * TOLERANCE);
		assertEquals(Math.pow(0.948, Math.exp(lp)), p.survival().orElseThrow().survival(), 4 * TOLERANCE);
	}

	/** Which doubts the public cases raise: their files carry no tags, their slices are 3 mm and more. */
	@Test
	void realCasesRaiseTheDoubtsThatTheyShould() {
		final Set<Warning.Code> always = EnumSet.of(Warning.Code.ACQUISITION_UNKNOWN, Warning.Code.SLICE_THICKNESS);
		assertEquals(always, codes("sts001_ct"));
		assertEquals(with(always, Warning.Code.ROI_BONE, Warning.Code.FEATURE_RANGE), codes("sts018_ct"));
		assertEquals(with(always, Warning.Code.ROI_AIR, Warning.Code.ROI_BONE, Warning.Code.FEATURE_RANGE), codes(
			"sts019_ct"));
		assertEquals(with(always, Warning.Code.ROI_AIR, Warning.Code.ROI_BONE), codes("ibsi_ct"));
		assertTrue(codes("brain1").contains(Warning.Code.NOT_CT_LIKE), "MR");
	}

	@Test
	void flatGreyLevelsAreAnErrorThatSaysWhy() {
		final Path dir = Shared.path("golden/radiomics/edge_flat");
		final String message = assertThrows(InputException.class, () -> predict(dir)).getMessage();
		assertTrue(message.startsWith("No risk score for ROI "), message);
		assertTrue(message.contains("original_firstorder_Kurtosis has no value of its own there ("), message);
	}

	private static Set<Warning.Code> with(final Set<Warning.Code> codes, final Warning.Code... more) {
		final Set<Warning.Code> all = EnumSet.copyOf(codes);
		all.addAll(Set.of(more));
		return all;
	}

	/** The kinds of warnings; whether the reader knows the unit is its own matter. */
	private static Set<Warning.Code> codes(final String name) {
		return predict(Shared.path("golden/radiomics/" + name)).warnings().stream().map(Warning::code).filter(
			c -> c != Warning.Code.NOT_HU).collect(Collectors.toCollection(() -> EnumSet.noneOf(Warning.Code.class)));
	}

	private static Prediction predict(final Path dir) {
		final ImageFiles files = ImageFiles.with();
		final Volume volume = files.read(dir.resolve("image.nrrd"), Progress.NONE);
		final Mask mask = files.readMask(dir.resolve("mask.nrrd"), 1, Progress.NONE);
		return ZHANG.predict(volume, mask, Examples.clinical(ZHANG, "ki67", "20", "aln", "positive"), Progress.NONE);
	}
}
