package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.filter.ExponentialFilter;
import io.github.radiomicsnomogram.filter.GradientFilter;
import io.github.radiomicsnomogram.filter.ImageFilter;
import io.github.radiomicsnomogram.filter.Lbp2DFilter;
import io.github.radiomicsnomogram.filter.Lbp2DMethod;
import io.github.radiomicsnomogram.filter.Lbp3DFilter;
import io.github.radiomicsnomogram.filter.LogFilter;
import io.github.radiomicsnomogram.filter.LogarithmFilter;
import io.github.radiomicsnomogram.filter.OriginalFilter;
import io.github.radiomicsnomogram.filter.SquareFilter;
import io.github.radiomicsnomogram.filter.SquareRootFilter;
import io.github.radiomicsnomogram.filter.WaveletFilter;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PyRadiomics' names of image types and of their settings, and the filters they stand for. */
public final class FilterSettings {

	/** Makes a filter of the settings that hold for it. */
	private interface Maker {

		ImageFilter make(ParameterView view);
	}

	private record Kind(Class<? extends ImageFilter> filter, Set<String> keys, Maker maker) {}

	private static final Map<String, Kind> KINDS = kinds();

	private static Map<String, Kind> kinds() {
		final Map<String, Kind> kinds = new LinkedHashMap<>();
		kinds.put("Original", new Kind(OriginalFilter.class, Set.of(), view -> new OriginalFilter()));
		kinds.put("LoG", new Kind(LogFilter.class, Set.of("sigma"), view -> new LogFilter(view.list("sigma", List
			.<Number>of(), ParameterNode::wholeOrNumber).stream().distinct().toList())));
		kinds.put("Wavelet", new Kind(WaveletFilter.class, Set.of("wavelet", "level", "start_level"),
			FilterSettings::wavelet));
		kinds.put("Square", new Kind(SquareFilter.class, Set.of(), view -> new SquareFilter()));
		kinds.put("SquareRoot", new Kind(SquareRootFilter.class, Set.of(), view -> new SquareRootFilter()));
		kinds.put("Logarithm", new Kind(LogarithmFilter.class, Set.of(), view -> new LogarithmFilter()));
		kinds.put("Exponential", new Kind(ExponentialFilter.class, Set.of(), view -> new ExponentialFilter()));
		kinds.put("Gradient", new Kind(GradientFilter.class, Set.of("gradientUseSpacing"), view -> new GradientFilter(view
			.bool("gradientUseSpacing", true))));
		kinds.put("LBP2D", new Kind(Lbp2DFilter.class, Set.of("lbp2DRadius", "lbp2DSamples", "lbp2DMethod"),
			FilterSettings::lbp2D));
		kinds.put("LBP3D", new Kind(Lbp3DFilter.class, Set.of("lbp3DLevels", "lbp3DIcosphereRadius",
			"lbp3DIcosphereSubdivision"), FilterSettings::lbp3D));
		return Collections.unmodifiableMap(kinds);
	}

	private FilterSettings() {}

	/** PyRadiomics' image types: Original, LoG, Wavelet, ... */
	public static List<String> names() {
		return List.copyOf(KINDS.keySet());
	}

	/** PyRadiomics' name of a filter's image type. */
	public static String nameOf(final ImageFilter filter) {
		return KINDS.entrySet().stream().filter(e -> e.getValue().filter().isInstance(filter)).map(Map.Entry::getKey)
			.findFirst().orElse(filter.getClass().getSimpleName());
	}

	/** The settings that a type's filter alone reads. */
	static Set<String> keys(final String name) {
		return KINDS.get(name).keys();
	}

	/** The filter of a type. */
	static ImageFilter read(final String name, final ParameterView view) {
		return KINDS.get(name).maker().make(view);
	}

	private static ImageFilter wavelet(final ParameterView view) {
		return new WaveletFilter(view.text("wavelet", "coif1"), view.integer("level", 1), view.integer("start_level", 0), view
			.bool("force2D", false), view.integer("force2Ddimension", 0));
	}

	private static ImageFilter lbp2D(final ParameterView view) {
		final Lbp2DFilter defaults = Lbp2DFilter.DEFAULT;
		return new Lbp2DFilter(view.number("lbp2DRadius", defaults.radius()), view.integer("lbp2DSamples", defaults
			.samples()), Lbp2DMethod.ofName(view.text("lbp2DMethod", defaults.method().pyradiomicsName())), view.integer(
				"force2Ddimension", defaults.force2DDimension()));
	}

	private static ImageFilter lbp3D(final ParameterView view) {
		final Lbp3DFilter defaults = Lbp3DFilter.DEFAULT;
		return new Lbp3DFilter(view.integer("lbp3DLevels", defaults.levels()), view.number("lbp3DIcosphereRadius", defaults
			.radius()), view.integer("lbp3DIcosphereSubdivision", defaults.subdivision()));
	}

	/** How many images a filter makes if the image is large enough. */
	public static int images(final ImageFilter filter) {
		if (filter instanceof LogFilter log) return log.sigma().size();
		if (filter instanceof WaveletFilter w) return w.level() * (w.force2D() ? 3 : 7) + 1;
		if (filter instanceof Lbp3DFilter lbp) return lbp.levels() + 1;
		return 1;
	}

	/** The same filter where slices are those of other settings: wavelets and LBP2D read force2D and force2Ddimension. */
	static ImageFilter sliced(final ImageFilter filter, final TextureSettings texture) {
		if (filter instanceof WaveletFilter w) return new WaveletFilter(w.wavelet(), w.level(), w.startLevel(), texture
			.force2D(), texture.force2DDimension());
		if (filter instanceof Lbp2DFilter l) return new Lbp2DFilter(l.radius(), l.samples(), l.method(), texture
			.force2DDimension());
		return filter;
	}

	/** A filter's settings as Python shows them, those left out that are PyRadiomics' defaults. */
	static Map<String, String> python(final ImageFilter filter) {
		final Map<String, String> all = new LinkedHashMap<>();
		if (filter instanceof LogFilter log) all.put("sigma", PythonText.list(log.sigma()));
		if (filter instanceof WaveletFilter w) {
			if (!w.wavelet().equals("coif1")) all.put("wavelet", "'" + w.wavelet() + "'");
			if (w.level() != 1) all.put("level", Integer.toString(w.level()));
			if (w.startLevel() != 0) all.put("start_level", Integer.toString(w.startLevel()));
		}
		if (filter instanceof GradientFilter g && !g.useSpacing()) all.put("gradientUseSpacing", "False");
		if (filter instanceof Lbp2DFilter l && !l.equals(new Lbp2DFilter(1, 8, Lbp2DMethod.UNIFORM, l
			.force2DDimension())))
		{
			all.put("lbp2DRadius", PythonText.number(l.radius()));
			all.put("lbp2DSamples", Integer.toString(l.samples()));
			all.put("lbp2DMethod", "'" + l.method().pyradiomicsName() + "'");
		}
		if (filter instanceof Lbp3DFilter l && !l.equals(Lbp3DFilter.DEFAULT)) {
			all.put("lbp3DLevels", Integer.toString(l.levels()));
			all.put("lbp3DIcosphereRadius", PythonText.number(l.radius()));
			all.put("lbp3DIcosphereSubdivision", Integer.toString(l.subdivision()));
		}
		return all;
	}
}
