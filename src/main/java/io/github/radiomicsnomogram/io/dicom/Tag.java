package io.github.radiomicsnomogram.io.dicom;

import static io.github.radiomicsnomogram.io.dicom.Vr.CS;
import static io.github.radiomicsnomogram.io.dicom.Vr.DA;
import static io.github.radiomicsnomogram.io.dicom.Vr.DS;
import static io.github.radiomicsnomogram.io.dicom.Vr.DT;
import static io.github.radiomicsnomogram.io.dicom.Vr.FD;
import static io.github.radiomicsnomogram.io.dicom.Vr.IS;
import static io.github.radiomicsnomogram.io.dicom.Vr.LO;
import static io.github.radiomicsnomogram.io.dicom.Vr.PN;
import static io.github.radiomicsnomogram.io.dicom.Vr.SH;
import static io.github.radiomicsnomogram.io.dicom.Vr.SQ;
import static io.github.radiomicsnomogram.io.dicom.Vr.TM;
import static io.github.radiomicsnomogram.io.dicom.Vr.UI;
import static io.github.radiomicsnomogram.io.dicom.Vr.UL;
import static io.github.radiomicsnomogram.io.dicom.Vr.US;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The attributes that are kept of a file (PS3.6), with the representation they have where the file doesn't say. All
 * others are skipped unread, so that what is kept of a file stays small. Those that name the patient are kept only where
 * a file of the same patient is to be written, {@link #isOfPatient()}.
 */
enum Tag {
		MEDIA_STORAGE_SOP_CLASS_UID(0x00020002, "MediaStorageSOPClassUID", UI),
		TRANSFER_SYNTAX_UID(0x00020010, "TransferSyntaxUID", UI),
		DIRECTORY_RECORD_SEQUENCE(0x00041220, "DirectoryRecordSequence", SQ),
		RECORD_IN_USE_FLAG(0x00041410, "RecordInUseFlag", US),
		REFERENCED_FILE_ID(0x00041500, "ReferencedFileID", CS),
		SPECIFIC_CHARACTER_SET(0x00080005, "SpecificCharacterSet", CS),
		IMAGE_TYPE(0x00080008, "ImageType", CS),
		SOP_CLASS_UID(0x00080016, "SOPClassUID", UI),
		SOP_INSTANCE_UID(0x00080018, "SOPInstanceUID", UI),
		STUDY_DATE(0x00080020, "StudyDate", DA),
		SERIES_DATE(0x00080021, "SeriesDate", DA),
		ACQUISITION_DATE(0x00080022, "AcquisitionDate", DA),
		STUDY_TIME(0x00080030, "StudyTime", TM),
		ACQUISITION_DATE_TIME(0x0008002A, "AcquisitionDateTime", DT),
		SERIES_TIME(0x00080031, "SeriesTime", TM),
		ACQUISITION_TIME(0x00080032, "AcquisitionTime", TM),
		ACCESSION_NUMBER(0x00080050, "AccessionNumber", SH),
		MODALITY(0x00080060, "Modality", CS),
		MANUFACTURER(0x00080070, "Manufacturer", LO),
		REFERRING_PHYSICIAN_NAME(0x00080090, "ReferringPhysicianName", PN),
		TIMEZONE_OFFSET_FROM_UTC(0x00080201, "TimezoneOffsetFromUTC", SH),
		STUDY_DESCRIPTION(0x00081030, "StudyDescription", LO),
		SERIES_DESCRIPTION(0x0008103E, "SeriesDescription", LO),
		MANUFACTURER_MODEL_NAME(0x00081090, "ManufacturerModelName", LO),
		REFERENCED_SERIES_SEQUENCE(0x00081115, "ReferencedSeriesSequence", SQ),
		FRAME_TYPE(0x00089007, "FrameType", CS),
		PATIENT_NAME(0x00100010, "PatientName", PN),
		PATIENT_ID(0x00100020, "PatientID", LO),
		PATIENT_BIRTH_DATE(0x00100030, "PatientBirthDate", DA),
		PATIENT_SEX(0x00100040, "PatientSex", CS),
		GE_SCAN_DATE_TIME(0x0009100D, "PETScanDateTime", DT),
		PATIENT_WEIGHT(0x00101030, "PatientWeight", DS),
		CONTRAST_BOLUS_AGENT(0x00180010, "ContrastBolusAgent", LO),
		BODY_PART_EXAMINED(0x00180015, "BodyPartExamined", CS),
		SCAN_OPTIONS(0x00180022, "ScanOptions", CS),
		SLICE_THICKNESS(0x00180050, "SliceThickness", DS),
		KVP(0x00180060, "KVP", DS),
		ECHO_TIME(0x00180081, "EchoTime", DS),
		ECHO_NUMBERS(0x00180086, "EchoNumbers", IS),
		SPACING_BETWEEN_SLICES(0x00180088, "SpacingBetweenSlices", DS),
		PROTOCOL_NAME(0x00181030, "ProtocolName", LO),
		CONTRAST_BOLUS_ROUTE(0x00181040, "ContrastBolusRoute", LO),
		TRIGGER_TIME(0x00181060, "TriggerTime", DS),
		RADIOPHARMACEUTICAL_START_TIME(0x00181072, "RadiopharmaceuticalStartTime", TM),
		RADIONUCLIDE_TOTAL_DOSE(0x00181074, "RadionuclideTotalDose", DS),
		RADIONUCLIDE_HALF_LIFE(0x00181075, "RadionuclideHalfLife", DS),
		RADIOPHARMACEUTICAL_START_DATE_TIME(0x00181078, "RadiopharmaceuticalStartDateTime", DT),
		GANTRY_DETECTOR_TILT(0x00181120, "GantryDetectorTilt", DS),
		X_RAY_TUBE_CURRENT(0x00181151, "XRayTubeCurrent", IS),
		EXPOSURE(0x00181152, "Exposure", IS),
		IMAGER_PIXEL_SPACING(0x00181164, "ImagerPixelSpacing", DS),
		ACTUAL_FRAME_DURATION(0x00181242, "ActualFrameDuration", IS),
		CONVOLUTION_KERNEL(0x00181210, "ConvolutionKernel", SH),
		PATIENT_POSITION(0x00185100, "PatientPosition", CS),
		EFFECTIVE_ECHO_TIME(0x00189082, "EffectiveEchoTime", FD),
		DIFFUSION_B_VALUE(0x00189087, "DiffusionBValue", FD),
		MR_ECHO_SEQUENCE(0x00189114, "MREchoSequence", SQ),
		MR_DIFFUSION_SEQUENCE(0x00189117, "MRDiffusionSequence", SQ),
		MR_IMAGE_FRAME_TYPE_SEQUENCE(0x00189226, "MRImageFrameTypeSequence", SQ),
		CT_RECONSTRUCTION_SEQUENCE(0x00189314, "CTReconstructionSequence", SQ),
		CT_X_RAY_DETAILS_SEQUENCE(0x00189325, "CTXRayDetailsSequence", SQ),
		CT_IMAGE_FRAME_TYPE_SEQUENCE(0x00189329, "CTImageFrameTypeSequence", SQ),
		PET_FRAME_TYPE_SEQUENCE(0x00189751, "PETFrameTypeSequence", SQ),
		STUDY_INSTANCE_UID(0x0020000D, "StudyInstanceUID", UI),
		SERIES_INSTANCE_UID(0x0020000E, "SeriesInstanceUID", UI),
		STUDY_ID(0x00200010, "StudyID", SH),
		SERIES_NUMBER(0x00200011, "SeriesNumber", IS),
		ACQUISITION_NUMBER(0x00200012, "AcquisitionNumber", IS),
		INSTANCE_NUMBER(0x00200013, "InstanceNumber", IS),
		IMAGE_POSITION_PATIENT(0x00200032, "ImagePositionPatient", DS),
		IMAGE_ORIENTATION_PATIENT(0x00200037, "ImageOrientationPatient", DS),
		FRAME_OF_REFERENCE_UID(0x00200052, "FrameOfReferenceUID", UI),
		TEMPORAL_POSITION_IDENTIFIER(0x00200100, "TemporalPositionIdentifier", IS),
		POSITION_REFERENCE_INDICATOR(0x00201040, "PositionReferenceIndicator", LO),
		STACK_ID(0x00209056, "StackID", SH),
		FRAME_CONTENT_SEQUENCE(0x00209111, "FrameContentSequence", SQ),
		PLANE_POSITION_SEQUENCE(0x00209113, "PlanePositionSequence", SQ),
		PLANE_ORIENTATION_SEQUENCE(0x00209116, "PlaneOrientationSequence", SQ),
		TEMPORAL_POSITION_INDEX(0x00209128, "TemporalPositionIndex", UL),
		FRAME_ACQUISITION_NUMBER(0x00209156, "FrameAcquisitionNumber", US),
		UNASSIGNED_SHARED_SEQUENCE(0x00209170, "UnassignedSharedConvertedAttributesSequence", SQ),
		UNASSIGNED_PER_FRAME_SEQUENCE(0x00209171, "UnassignedPerFrameConvertedAttributesSequence", SQ),
		SAMPLES_PER_PIXEL(0x00280002, "SamplesPerPixel", US),
		PHOTOMETRIC_INTERPRETATION(0x00280004, "PhotometricInterpretation", CS),
		NUMBER_OF_FRAMES(0x00280008, "NumberOfFrames", IS),
		ROWS(0x00280010, "Rows", US),
		COLUMNS(0x00280011, "Columns", US),
		PIXEL_SPACING(0x00280030, "PixelSpacing", DS),
		CORRECTED_IMAGE(0x00280051, "CorrectedImage", CS),
		BITS_ALLOCATED(0x00280100, "BitsAllocated", US),
		BITS_STORED(0x00280101, "BitsStored", US),
		HIGH_BIT(0x00280102, "HighBit", US),
		PIXEL_REPRESENTATION(0x00280103, "PixelRepresentation", US),
		WINDOW_CENTER(0x00281050, "WindowCenter", DS),
		WINDOW_WIDTH(0x00281051, "WindowWidth", DS),
		RESCALE_INTERCEPT(0x00281052, "RescaleIntercept", DS),
		RESCALE_SLOPE(0x00281053, "RescaleSlope", DS),
		RESCALE_TYPE(0x00281054, "RescaleType", LO),
		LOSSY_IMAGE_COMPRESSION(0x00282110, "LossyImageCompression", CS),
		MODALITY_LUT_SEQUENCE(0x00283000, "ModalityLUTSequence", SQ),
		PIXEL_MEASURES_SEQUENCE(0x00289110, "PixelMeasuresSequence", SQ),
		PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x00289145, "PixelValueTransformationSequence", SQ),
		UNITS(0x00541001, "Units", CS),
		SUV_TYPE(0x00541006, "SUVType", CS),
		RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE(0x00540016, "RadiopharmaceuticalInformationSequence", SQ),
		DECAY_CORRECTION(0x00541102, "DecayCorrection", CS),
		FRAME_REFERENCE_TIME(0x00541300, "FrameReferenceTime", DS),
		SEGMENTATION_TYPE(0x00620001, "SegmentationType", CS),
		SEGMENT_SEQUENCE(0x00620002, "SegmentSequence", SQ),
		SEGMENT_NUMBER(0x00620004, "SegmentNumber", US),
		SEGMENT_LABEL(0x00620005, "SegmentLabel", LO),
		SEGMENT_IDENTIFICATION_SEQUENCE(0x0062000A, "SegmentIdentificationSequence", SQ),
		REFERENCED_SEGMENT_NUMBER(0x0062000B, "ReferencedSegmentNumber", US),
		MAXIMUM_FRACTIONAL_VALUE(0x0062000E, "MaximumFractionalValue", US),
		REFERENCED_FRAME_OF_REFERENCE_SEQUENCE(0x30060010, "ReferencedFrameOfReferenceSequence", SQ),
		RT_REFERENCED_STUDY_SEQUENCE(0x30060012, "RTReferencedStudySequence", SQ),
		RT_REFERENCED_SERIES_SEQUENCE(0x30060014, "RTReferencedSeriesSequence", SQ),
		STRUCTURE_SET_ROI_SEQUENCE(0x30060020, "StructureSetROISequence", SQ),
		ROI_NUMBER(0x30060022, "ROINumber", IS),
		REFERENCED_FRAME_OF_REFERENCE_UID(0x30060024, "ReferencedFrameOfReferenceUID", UI),
		ROI_NAME(0x30060026, "ROIName", LO),
		ROI_CONTOUR_SEQUENCE(0x30060039, "ROIContourSequence", SQ),
		CONTOUR_SEQUENCE(0x30060040, "ContourSequence", SQ),
		CONTOUR_GEOMETRIC_TYPE(0x30060042, "ContourGeometricType", CS),
		NUMBER_OF_CONTOUR_POINTS(0x30060046, "NumberOfContourPoints", IS),
		CONTOUR_DATA(0x30060050, "ContourData", DS),
		REFERENCED_ROI_NUMBER(0x30060084, "ReferencedROINumber", IS),
		SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x52009229, "SharedFunctionalGroupsSequence", SQ),
		PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x52009230, "PerFrameFunctionalGroupsSequence", SQ),
		PHILIPS_SUV_FACTOR(0x70531000, "SUVScaleFactor", DS),
		PHILIPS_ACTIVITY_FACTOR(0x70531009, "ActivityConcentrationScaleFactor", DS),
		FLOAT_PIXEL_DATA(0x7FE00008, "FloatPixelData", Vr.OF),
		DOUBLE_FLOAT_PIXEL_DATA(0x7FE00009, "DoubleFloatPixelData", Vr.OD),
		PIXEL_DATA(0x7FE00010, "PixelData", Vr.OW);

	private static final Map<Integer, Tag> BY_NUMBER = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(
		t -> t.number, t -> t));

	private final int number;
	private final String keyword;
	private final Vr vr;

	Tag(final int number, final String keyword, final Vr vr) {
		this.number = number;
		this.keyword = keyword;
		this.vr = vr;
	}

	/** The attribute of a number (group, then element), or null if it isn't kept. */
	static Tag of(final int number) {
		return BY_NUMBER.get(number);
	}

	/** Whether only a reader of ROIs (segmentations, structure sets) asks for it; it may be large. */
	boolean isOfRois() {
		final int group = number >>> 16;
		return group == 0x0062 || group == 0x3006 || this == REFERENCED_SERIES_SEQUENCE;
	}

	/** Whether only a reader of the list of a folder (DICOMDIR) asks for it; it may be large. */
	boolean isOfDirectory() {
		return number >>> 16 == 0x0004;
	}

	/** Whether only a writer asks for it, who puts what it writes to the same patient and study. */
	boolean isOfPatient() {
		return switch (this) {
			case PATIENT_NAME, PATIENT_ID, PATIENT_BIRTH_DATE, PATIENT_SEX, ACCESSION_NUMBER, REFERRING_PHYSICIAN_NAME, STUDY_ID -> true;
			default -> false;
		};
	}

	/** Group and element number of any attribute, "(0028,0030)", with its keyword where it is known. */
	static String describe(final int number) {
		final String digits = String.format("(%04X,%04X)", number >>> 16, number & 0xFFFF);
		final Tag tag = of(number);
		return tag == null ? digits : tag.keyword + " " + digits;
	}

	/** Group in the upper, element in the lower 16 bits. */
	int number() {
		return number;
	}

	/** Keyword of PS3.6, "PixelSpacing". */
	String keyword() {
		return keyword;
	}

	/** Representation where the file has implicit ones. */
	Vr vr() {
		return vr;
	}

	/** "PixelSpacing (0028,0030)". */
	@Override
	public String toString() {
		return describe(number);
	}
}
