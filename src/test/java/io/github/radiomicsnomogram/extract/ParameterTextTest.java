package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {

	/** What is written reads back to the same settings, but for the words of the file. */
	@ParameterizedTest
	@ValueSource(strings = { "{}", "{setting: {binCount: 32}}", "{setting: {binWidth: 0.1, label: 7, label_channel: 2}}",
		"{setting: {normalize: true, normalizeScale: 100, removeOutliers: 3, voxelArrayShift: 300}}",
		"{setting: {resampledPixelSpacing: [1, 0, 2.5], interpolator: sitkLinear, padDistance: 7}}",
		"{setting: {resegmentRange: [-.inf, 300], resegmentShape: true, preCrop: true, padDistance: 3}}",
		"{setting: {resegmentRange: [-2, 2], resegmentMode: sigma}}",
		"{setting: {force2D: true, force2Ddimension: 1, distances: [1, 3], symmetricalGLCM: false, gldm_a: 2}}",
		"{setting: {weightingNorm: no_weighting, minimumROIDimensions: 3, minimumROISize: 40, correctMask: true}}",
		"{setting: {geometryTolerance: 0.001}, imageType: {Wavelet: {wavelet: db3, level: 2, start_level: 1}, Square: {}}}",
		"{imageType: {LoG: {sigma: [1, 2.5, 3.0], binWidth: 3}, Original: {}, Gradient: {gradientUseSpacing: false}}}",
		"{setting: {force2D: true}, imageType: {LBP2D: {lbp2DRadius: 2, lbp2DSamples: 12, lbp2DMethod: ror}, LBP3D: {" +
			"lbp3DLevels: 3, lbp3DIcosphereRadius: 1.5, binWidth: 1}, Exponential: {}, Wavelet: {weightingNorm: euclidean}}}" })
	void readsBack(final String text) {
		final ExtractionSettings settings = ParameterFile.parse("given", text).settings();
		final String written = ParameterText.of(settings);
		final ExtractionSettings again = ParameterFile.parse("written", written).settings();
		assertEquals(withoutWords(settings), withoutWords(again), written);
		assertEquals(written, ParameterText.of(again));
	}

	private static ExtractionSettings withoutWords(final ExtractionSettings s) {
		return new ExtractionSettings(s.roi(), s.preprocessing(), s.general(), s.imageTypes(), s.features(), s.voxel(), s
			.additionalInfo(), WrittenSettings.NONE);
	}
}
