import Bytes
import Records

extension TimeText {
    /// A time on the clocks of a place.
    struct Local {
        private let time: Timestamp
        private let offset: Int32
        private let date: CivilDate
        private let day: Int
        private let second: Int

        init(_ time: Timestamp, offset: Int32) {
            self.time = time
            self.offset = offset
            let local = time.seconds + Int64(offset)
            let day = local / 86_400 - (local % 86_400 < 0 ? 1 : 0)
            self.day = Int(day)
            date = CivilDate(days: Int(day))
            second = Int(local - day * 86_400)
        }

        /// 1 for Monday … 7.
        private var weekday: Int { ((day + 3) % 7 + 7) % 7 + 1 }
        private var dayOfYear: Int { day - CivilDate.days(year: date.year, month: 1, day: 1) + 1 }

        func append(_ step: Step, to buffer: inout ByteBuffer) {
            switch step {
            case .text(let text): buffer.append(text)
            case .fraction(let count): fraction(count ?? max(1, Int(time.digits)), &buffer)
            case .pointAndFraction:
                guard time.digits > 0 else { return }
                buffer.append(0x2E)
                fraction(Int(time.digits), &buffer)
            case .part(let letter): part(letter, &buffer)
            }
        }

        private func fraction(_ count: Int, _ buffer: inout ByteBuffer) {
            buffer.append(digits: (count..<9).reduce(Int(time.nanos)) { number, _ in number / 10 }, width: count)
        }

        private func part(_ letter: UInt8, _ buffer: inout ByteBuffer) {
            let hour = second / 3600
            let twelve = (hour + 11) % 12 + 1
            switch letter {
            case 0x59: year(date.year, &buffer)  // Y
            case 0x79: buffer.append(digits: ((date.year % 100) + 100) % 100, width: 2)  // y
            case 0x6D: buffer.append(digits: date.month, width: 2)  // m
            case 0x64: buffer.append(digits: date.day, width: 2)  // d
            case 0x65: spaced(date.day, &buffer)  // e
            case 0x6A: buffer.append(digits: dayOfYear, width: 3)  // j
            case 0x48: buffer.append(digits: hour, width: 2)  // H
            case 0x6B: spaced(hour, &buffer)  // k
            case 0x49: buffer.append(digits: twelve, width: 2)  // I
            case 0x6C: spaced(twelve, &buffer)  // l
            case 0x4D: buffer.append(digits: second / 60 % 60, width: 2)  // M
            case 0x53: buffer.append(digits: second % 60, width: 2)  // S
            case 0x70: buffer.append(hour < 12 ? "AM" as StaticString : "PM")  // p
            case 0x61: buffer.append(String(Self.weekdays[weekday - 1].prefix(3)))  // a
            case 0x41: buffer.append(Self.weekdays[weekday - 1])  // A
            case 0x62, 0x68: buffer.append(String(Self.months[date.month - 1].prefix(3)))  // b h
            case 0x42: buffer.append(Self.months[date.month - 1])  // B
            case 0x75: buffer.append(integer: Int64(weekday))  // u
            case 0x77: buffer.append(integer: Int64(weekday % 7))  // w
            case 0x73: buffer.append(integer: time.seconds)  // s
            case 0x47: year(week.year, &buffer)  // G
            case 0x56: buffer.append(digits: week.number, width: 2)  // V
            case 0x7A: distance(colon: false, &buffer)  // z
            default: offset == 0 ? buffer.append("UTC" as StaticString) : distance(colon: true, &buffer)  // Z
            }
        }

        /// The week of ISO 8601: it belongs to the year that its Thursday is in.
        private var week: (year: Int, number: Int) {
            let thursday = day - weekday + 4
            let year = CivilDate(days: thursday).year
            return (year, (thursday - CivilDate.days(year: year, month: 1, day: 1)) / 7 + 1)
        }

        private func distance(colon: Bool, _ buffer: inout ByteBuffer) {
            let minutes = Int(offset.magnitude) / 60
            buffer.append(offset < 0 ? 0x2D : 0x2B)
            buffer.append(digits: minutes / 60, width: 2)
            if colon { buffer.append(0x3A) }
            buffer.append(digits: minutes % 60, width: 2)
        }

        /// The zone may put the first and the last day of all years into a year -1 or 10000.
        private func year(_ year: Int, _ buffer: inout ByteBuffer) {
            if (0...9999).contains(year) {
                buffer.append(digits: year, width: 4)
            } else {
                buffer.append(integer: Int64(year))
            }
        }

        private func spaced(_ number: Int, _ buffer: inout ByteBuffer) {
            if number < 10 { buffer.append(0x20) }
            buffer.append(integer: Int64(number))
        }

        private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        private static let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
    }
}
