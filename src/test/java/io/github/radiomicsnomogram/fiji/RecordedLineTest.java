package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import io.github.radiomicsnomogram.fiji.command.ExportMask;
import io.github.radiomicsnomogram.fiji.command.ExtractFeatures;
import io.github.radiomicsnomogram.fiji.command.FeatureMaps;
import io.github.radiomicsnomogram.fiji.command.FeatureReproducibility;
import io.github.radiomicsnomogram.fiji.command.ImportRois;
import io.github.radiomicsnomogram.fiji.command.OpenDicomSeries;
import io.github.radiomicsnomogram.fiji.command.PredictRisk;
import io.github.radiomicsnomogram.fiji.command.ShowNomogram;
import io.github.radiomicsnomogram.fiji.command.TrainModel;
import io.github.radiomicsnomogram.fiji.command.ValidateModel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/**
 * The line that Fiji's recorder writes for the command runs in both front ends. Fiji's bridge to ImageJ 1 is not on Maven
 * Central, so its two rules are written out here: it records {@code name=value} of each input that has a value, in
 * brackets if that is empty or has a space; it reads each input back with ImageJ's look-up and SciJava's conversion.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedLineTest {

	private Context context;

	@BeforeAll
	void open() throws Exception {
		MenuTable.install();
		context = new Context(CommandService.class, ConvertService.class);
	}

	@AfterAll
	void close() {
		context.dispose();
	}

	@Test
	void aLineWithEveryDefaultNamesEveryKeyButTheActiveImage() throws Exception {
		assertEquals("roi_source=auto mask=none label=1 roi_file=[] roi_name=[] resample_roi=false roi_threshold=0.5 model=zhang-2021 ki67=[] aln=unknown clinical=[] " +
			"show_features=false", recorded(PredictRisk.class, Map.of()));
	}

	@Test
	void theLineOfAnExtractionNamesEveryKeyToo() throws Exception {
		final String settings = "roi_source=auto mask=none label=[] roi_file=[] roi_name=[] resample_roi=false roi_threshold=0.5 params=[] bin_width=[] bin_count=[] spacing=[] " +
			"interpolator=auto normalize=auto force2d=auto image_types=[] sigma=[] wavelet=[] features=[] settings=[]";
		assertEquals(settings + " diagnostics=false layout=rows csv=[]", recorded(ExtractFeatures.class, Map.of()));
		assertEquals(ExtractOptions.DEFAULTS, ExtractOptions.of(MacroOptions.parse(recorded(ExtractFeatures.class, Map.of()),
			ExtractOptions.KEYS)));
		assertEquals(settings + " kernel_radius=[] masked_kernel=auto init_value=[] grid=image overlay=false folder=[]",
			recorded(FeatureMaps.class, Map.of()));
		assertEquals(MapOptions.DEFAULTS, MapOptions.of(MacroOptions.parse(recorded(FeatureMaps.class, Map.of()),
			MapOptions.KEYS)));
	}

	@Test
	void theLinesOfStudiesNameEveryKeyAndReadBack() throws Exception {
		final String train = recorded(TrainModel.class, Map.of()), validate = recorded(ValidateModel.class, Map.of());
		final String icc = recorded(FeatureReproducibility.class, Map.of()), nomogram = recorded(ShowNomogram.class, Map.of());
		assertEquals("study=zhang-2021 data=[] clinical=[] icc=[] quick=false folder=[]", train);
		assertEquals(TrainOptions.DEFAULTS, TrainOptions.of(MacroOptions.parse(train, TrainOptions.KEYS)));
		assertEquals(ValidateOptions.KEYS, keys(validate));
		assertEquals(ValidateOptions.DEFAULTS, ValidateOptions.of(MacroOptions.parse(validate, ValidateOptions.KEYS)));
		assertEquals(ReproducibilityOptions.KEYS, keys(icc));
		assertEquals(ReproducibilityOptions.DEFAULTS, ReproducibilityOptions.of(MacroOptions.parse(icc,
			ReproducibilityOptions.KEYS)));
		assertEquals(NomogramOptions.KEYS, keys(nomogram));
		assertEquals(NomogramOptions.DEFAULTS, NomogramOptions.of(MacroOptions.parse(nomogram, NomogramOptions.KEYS)));
	}

	@Test
	void theLinesOfRoisReadBack() throws Exception {
		final String shown = recorded(ImportRois.class, Map.of()), written = recorded(ExportMask.class, Map.of("out", "m.nrrd"));
		assertEquals("roi_file=[] roi_name=all resample_roi=false roi_threshold=0.5 show=manager", shown);
		assertEquals(RoiImportOptions.DEFAULTS, RoiImportOptions.of(MacroOptions.parse(shown, RoiImportOptions.KEYS)));
		assertEquals("roi_source=auto mask=none label=[] roi_file=[] roi_name=[] resample_roi=false roi_threshold=0.5 out=m.nrrd", written);
		assertEquals(new MaskOptions(RoiChoice.DEFAULT, "m.nrrd"), MaskOptions.of(MacroOptions.parse(written,
			MaskOptions.KEYS)));
	}

	@Test
	void theLineOfASeriesReadsBack() throws Exception {
		final String line = recorded(OpenDicomSeries.class, Map.of("path", "/a b/ct", "series", "3"));
		assertEquals("path=[/a b/ct] series=3 suv=false", line);
		assertEquals(new DicomOptions("/a b/ct", "3", false), DicomOptions.of(MacroOptions.parse(line, DicomOptions.KEYS)));
	}

	private static List<String> keys(final String line) {
		return Arrays.stream(line.split(" ")).map(item -> item.substring(0, item.indexOf('='))).toList();
	}

	@Test
	void theLineReplaysInBothFrontEnds() throws Exception {
		final String line = recorded(PredictRisk.class, Map.of("ki67", "20", "aln", "positive", "roi_source", "overlay", "show_features", true));
		final ImagePlus first = Example.create(), second = Example.create();
		WindowManager.setTempCurrentImage(first);
		try {
			IJ.run("Predict Risk...", line);
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
		final Map<String, Object> inputs = parsed(line);
		assertEquals(PredictOptions.KEYS.subList(1, PredictOptions.KEYS.size()), inputs.keySet().stream().toList());
		inputs.put("image", second);
		final CommandModule module = context.service(CommandService.class).run(PredictRisk.class, true, inputs).get();
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertEquals(first.getProp("radiomics.survival"), Double.toString((Double) module.getOutput("survival")));
		assertEquals(first.getProp("radiomics.survival"), second.getProp("radiomics.survival"));
		assertTrue(first.getOverlay().size() > 14);
		assertEquals(first.getOverlay().size(), second.getOverlay().size());
	}

	/** As the recorder: inputs that were given or have a default, without messages, services and the filled-in image. */
	private String recorded(final Class<? extends Command> command, final Map<String, Object> given) throws Exception {
		final Module module = context.service(ModuleService.class).createModule(context.service(CommandService.class)
			.getCommand(command));
		given.forEach(module::setInput);
		final StringBuilder line = new StringBuilder();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final Object value = input.getVisibility() == ItemVisibility.MESSAGE || Service.class.isAssignableFrom(input
				.getType()) ? null : module.getInput(input.getName());
			if (value == null) continue;
			final String text = value.toString();
			line.append(line.isEmpty() ? "" : " ").append(input.getName()).append('=').append(text.isEmpty() || text.contains(
				" ") ? "[" + text + "]" : text);
		}
		return line.toString();
	}

	private Map<String, Object> parsed(final String line) {
		final Map<String, Object> inputs = new LinkedHashMap<>();
		for (final ModuleItem<?> input : context.service(CommandService.class).getCommand(PredictRisk.class).inputs()) {
			final String value = Macro.getValue(line, input.getName(), null);
			if (value != null) inputs.put(input.getName(), context.service(ConvertService.class).convert(value, input
				.getType()));
		}
		return inputs;
	}
}
