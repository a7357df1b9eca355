package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.io.dicom.Codestream.Coding;

import java.util.Arrays;

/** The ways a file may be written and its pixels packed (PS3.5, annex A; PS3.6, annex A). */
enum TransferSyntax {
		IMPLICIT_LITTLE("1.2.840.10008.1.2", "Implicit VR Little Endian", Packing.NATIVE),
		EXPLICIT_LITTLE("1.2.840.10008.1.2.1", "Explicit VR Little Endian", Packing.NATIVE),
		DEFLATED("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Packing.NATIVE),
		EXPLICIT_BIG("1.2.840.10008.1.2.2", "Explicit VR Big Endian", Packing.NATIVE),
		RLE("1.2.840.10008.1.2.5", "RLE Lossless", Packing.RLE),
		ENCAPSULATED("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian", Packing.OTHER),
		JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline", Packing.JPEG),
		JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended (12 bit)", Packing.JPEG),
		JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless", Packing.JPEG_LOSSLESS),
		JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG Lossless SV1", Packing.JPEG_LOSSLESS),
		JPEG_EXTENDED_3_5("1.2.840.10008.1.2.4.52", "JPEG Extended, Processes 3 & 5", Packing.OTHER),
		JPEG_SPECTRAL("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Processes 6 & 8", Packing.OTHER),
		JPEG_PROGRESSIVE("1.2.840.10008.1.2.4.55", "JPEG Full Progression, Processes 10 & 12", Packing.OTHER),
		JPEG_LS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", Packing.JPEG_LS),
		JPEG_LS_NEAR("1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless", Packing.JPEG_LS),
		JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", Packing.JPEG_2000),
		JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", Packing.JPEG_2000),
		JPEG_2000_PART_2_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Lossless", Packing.OTHER),
		JPEG_2000_PART_2("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2", Packing.OTHER),
		JPIP("1.2.840.10008.1.2.4.94", "JPIP Referenced", Packing.OTHER),
		JPIP_DEFLATED("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", Packing.OTHER),
		MPEG2("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile", Packing.OTHER),
		MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG2 High Level", Packing.OTHER),
		MPEG4("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264", Packing.OTHER),
		MPEG4_BLU_RAY("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 for Blu-ray", Packing.OTHER),
		MPEG4_2D("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 for 2D Video", Packing.OTHER),
		MPEG4_3D("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 for 3D Video", Packing.OTHER),
		MPEG4_STEREO("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo", Packing.OTHER),
		HEVC("1.2.840.10008.1.2.4.107", "HEVC/H.265", Packing.OTHER),
		HEVC_10("1.2.840.10008.1.2.4.108", "HEVC/H.265 of 10 bits", Packing.OTHER),
		JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL Lossless", Packing.OTHER),
		JPEG_XL_JPEG("1.2.840.10008.1.2.4.111", "JPEG XL Recompression", Packing.OTHER),
		JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL", Packing.OTHER),
		HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless", Packing.OTHER),
		HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 Lossless RPCL", Packing.OTHER),
		HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", Packing.OTHER),
		/** Not given, or private. */
		UNKNOWN("", "an unknown transfer syntax", Packing.NATIVE);

	/** How the pixels are packed, and with that which tool unpacks them. */
	private enum Packing {
			NATIVE, RLE, JPEG, JPEG_LOSSLESS, JPEG_LS, JPEG_2000, OTHER
	}

	private final String uid;
	private final String title;
	private final Packing packing;

	TransferSyntax(final String uid, final String title, final Packing packing) {
		this.uid = uid;
		this.title = title;
		this.packing = packing;
	}

	/** The syntax of a UID; {@link #UNKNOWN} for one that isn't in the list. */
	static TransferSyntax of(final String uid) {
		return Arrays.stream(values()).filter(t -> t.uid.equals(uid)).findFirst().orElse(UNKNOWN);
	}

	/** How the data set must be written; everything that isn't listed as something else is explicit little endian. */
	Encoding encoding() {
		return switch (this) {
			case IMPLICIT_LITTLE -> Encoding.IMPLICIT_LITTLE;
			case EXPLICIT_BIG -> Encoding.EXPLICIT_BIG;
			default -> Encoding.EXPLICIT_LITTLE;
		};
	}

	/** Whether the data set is compressed as a whole. */
	boolean isDeflated() {
		return this == DEFLATED || this == JPIP_DEFLATED;
	}

	/** Whether frames lie in fragments. */
	boolean isPacked() {
		return packing != Packing.NATIVE;
	}

	/** Whether the pixels can be unpacked; for some syntaxes that depends on which decoders are installed. */
	boolean isReadable() {
		return switch (packing) {
			case NATIVE, RLE, JPEG_LOSSLESS -> true;
			case JPEG -> ImageIoDecoder.canDecode(Coding.JPEG);
			case JPEG_2000 -> ImageIoDecoder.canDecode(Coding.JPEG_2000);
			case JPEG_LS, OTHER -> false;
		};
	}

	/** UID, "" if unknown. */
	String uid() {
		return uid;
	}

	/** Name for messages. */
	String title() {
		return title;
	}

	/** Whether packing always changes values. */
	boolean isLossy() {
		return this == JPEG_BASELINE || this == JPEG_EXTENDED || this == JPEG_LS_NEAR;
	}

	/** What to tell a user whose file can't be unpacked here. */
	String refusal() {
		final String tool = switch (packing) {
			case JPEG, JPEG_LOSSLESS -> "dcmdjpeg IN OUT (DCMTK) or gdcmconv --raw IN OUT (GDCM)";
			case JPEG_LS -> "dcmdjpls IN OUT (DCMTK) or gdcmconv --raw IN OUT (GDCM)";
			default -> "gdcmconv --raw IN OUT (GDCM)";
		};
		return "its pixels are compressed as " + title + " (transfer syntax " + uid +
			"), which can't be decoded here. Decompress the files first, for example with " + tool +
			", or export them uncompressed (Explicit VR Little Endian)" + (packing == Packing.JPEG_2000
				? ". Where the library jai-imageio-jpeg2000 is installed, they can be read as they are" : "");
	}
}
