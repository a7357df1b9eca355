package io.github.radiomicsnomogram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which software this is; written into every result. */
public final class Software {

	/** Name, for people. */
	public static final String NAME = "Radiomics Nomogram";

	/** What it may be used for; shown beside every prediction. */
	public static final String USE = "For research use only; not a medical device.";

	private static final String VERSION = readVersion();

	private Software() {}

	/** Version of the build, for example "0.1.0". */
	public static String version() {
		return VERSION;
	}

	/** The build writes the version into a resource, so that it is known in every jar and in an IDE. */
	private static String readVersion() {
		try (InputStream in = Software.class.getResourceAsStream("version.properties")) {
			final Properties properties = new Properties();
			if (in != null) properties.load(in);
			return properties.getProperty("version", "unknown");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
