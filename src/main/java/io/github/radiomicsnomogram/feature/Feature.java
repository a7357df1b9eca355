package io.github.radiomicsnomogram.feature;

/**
 * What there is to know of a feature beside its value: the registry's row, which dialogs, headers, documents and tests
 * read.
 *
 * @param family PyRadiomics' class name, for example "glcm"
 * @param name PyRadiomics' feature name, for example "Correlation"
 * @param formula LaTeX
 * @param unit rule for its unit
 * @param ibsi code of the Image Biomarker Standardisation Initiative's manual, or "-" where it has none
 * @param source paper (with DOI where there is one) that defines it
 * @param deprecated whether PyRadiomics computes it only when asked for by name
 * @param undefinedWhen when it has no value, or one by convention, and which; "" if always defined
 * @param differsFromIbsi how the value differs from IBSI's definition; "" if it does not
 */
public record Feature(String family, String name, String formula, Unit unit, String ibsi, String source,
	boolean deprecated, String undefinedWhen, String differsFromIbsi)
{

	/** Family and name as in PyRadiomics' columns: "glcm_Correlation". */
	public String id() {
		return family + "_" + name;
	}

	/** PyRadiomics' column for an image type: "original_glcm_Correlation". */
	public String column(final String imageType) {
		return imageType + "_" + id();
	}

	/** Whether another one has the same {@link #id}. */
	boolean isSameAs(final Feature other) {
		return this == other || name.equals(other.name) && family.equals(other.family);
	}

	/** Written out, like {@link #equals}: those that Java makes for records are slow when they are first used. */
	@Override
	public int hashCode() {
		return 31 * family.hashCode() + name.hashCode();
	}

	@Override
	public boolean equals(final Object object) {
		return this == object || object instanceof Feature other && isSameAs(other) && formula.equals(other.formula) &&
			unit == other.unit && ibsi.equals(other.ibsi) && source.equals(other.source) && deprecated == other.deprecated &&
			undefinedWhen.equals(other.undefinedWhen) && differsFromIbsi.equals(other.differsFromIbsi);
	}
}
