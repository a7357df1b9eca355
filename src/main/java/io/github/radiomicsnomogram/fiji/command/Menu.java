package io.github.radiomicsnomogram.fiji.command;

/** Where the commands are. The same menu and labels are in plugins.config: then Fiji shows one item for both. */
final class Menu {

	static final String ROOT = "Plugins>Radiomics>";
	static final String DICOM = ROOT + "Open DICOM Series...";
	static final String PREDICT = ROOT + "Predict Risk...";
	static final String EXTRACT = ROOT + "Extract Features...";
	static final String MAPS = ROOT + "Feature Maps...";
	static final String IMPORT_ROIS = ROOT + "Import ROIs...";
	static final String EXPORT_MASK = ROOT + "Export Mask...";
	static final String GUIDE = ROOT + "Feature Guide";
	static final String TRAIN = ROOT + "Train Model...";
	static final String VALIDATE = ROOT + "Validate Model...";
	static final String REPRODUCIBILITY = ROOT + "Reproducibility...";
	static final String NOMOGRAM = ROOT + "Show Nomogram...";
	static final String EXAMPLE = ROOT + "Open Example";
	static final String ABOUT = ROOT + "About Radiomics Nomogram...";

	private Menu() {}
}
