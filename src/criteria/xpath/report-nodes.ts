/**
 * The nodes of a report for XPath: only what the library reads of a DOM, in a fifth of the memory of a full
 * DOM. Names have no namespaces, as in XLT's reports. Children are linked; their array is created when it is
 * needed.
 */
abstract class ReportNode {
  abstract get nodeType(): number
  parentNode: ReportParent | null = null
  previousSibling: ReportChild | null = null
  nextSibling: ReportChild | null = null
}

abstract class ReportParent extends ReportNode {
  firstChild: ReportChild | null = null
  lastChild: ReportChild | null = null
  #children: ReportChild[] | undefined

  get childNodes(): ReportChild[] {
    if (this.#children) return this.#children
    const children: ReportChild[] = []
    for (let child = this.firstChild; child; child = child.nextSibling) children.push(child)
    // Sorting in document order reads the children of long lists again and again.
    if (children.length > 16) this.#children = children
    return children
  }

  append(child: ReportChild): void {
    child.parentNode = this
    child.previousSibling = this.lastChild
    if (this.lastChild) this.lastChild.nextSibling = child
    else this.firstChild = child
    this.lastChild = child
  }
}

export class ReportDocument extends ReportParent {
  get nodeType(): 9 {
    return 9
  }
  get nodeName(): string {
    return '#document'
  }
}

const NO_ATTRIBUTES: readonly ReportAttribute[] = []

export class ReportElement extends ReportParent {
  readonly localName: string
  #attributes: ReportAttribute[] | undefined

  constructor(name: string) {
    super()
    this.localName = name
  }

  get nodeType(): 1 {
    return 1
  }
  get nodeName(): string {
    return this.localName
  }
  get namespaceURI(): null {
    return null
  }
  get prefix(): null {
    return null
  }

  get attributes(): readonly ReportAttribute[] {
    return this.#attributes ?? NO_ATTRIBUTES
  }

  getAttribute(name: string): string | null {
    return this.attributes.find((attribute) => attribute.localName === name)?.value ?? null
  }

  addAttribute(name: string, value: string): void {
    this.#attributes ??= []
    this.#attributes.push(new ReportAttribute(this, name, value))
  }
}

export class ReportText extends ReportNode {
  readonly data: string

  constructor(data: string) {
    super()
    this.data = data
  }

  get nodeType(): 3 {
    return 3
  }
  get nodeName(): string {
    return '#text'
  }
}

class ReportAttribute {
  readonly ownerElement: ReportElement
  readonly localName: string
  readonly value: string

  constructor(ownerElement: ReportElement, name: string, value: string) {
    this.ownerElement = ownerElement
    this.localName = name
    this.value = value
  }

  get nodeType(): 2 {
    return 2
  }
  get nodeName(): string {
    return this.localName
  }
  get name(): string {
    return this.localName
  }
  get namespaceURI(): null {
    return null
  }
  get prefix(): null {
    return null
  }
}

export type ReportChild = ReportElement | ReportText

interface AnyNode {
  nodeType: number
}

const parentOf = (node: AnyNode): ReportParent | null => (node instanceof ReportParent ? node : null)
const linkedOf = (node: AnyNode): ReportNode | null => (node instanceof ReportNode ? node : null)

/**
 * How the library walks these nodes. Its own walker copies lists of children for each comparison of
 * positions.
 */
export const reportFacade = {
  getAllAttributes: (node: AnyNode): ReportAttribute[] =>
    node instanceof ReportElement ? [...node.attributes] : [],
  getAttribute: (node: AnyNode, name: string): string | null =>
    node instanceof ReportElement ? node.getAttribute(name) : null,
  getChildNodes: (node: AnyNode): ReportChild[] => parentOf(node)?.childNodes ?? [],
  getData: (node: AnyNode): string => {
    if (node instanceof ReportAttribute) return node.value
    return node instanceof ReportText ? node.data : ''
  },
  getFirstChild: (node: AnyNode): ReportChild | null => parentOf(node)?.firstChild ?? null,
  getLastChild: (node: AnyNode): ReportChild | null => parentOf(node)?.lastChild ?? null,
  getNextSibling: (node: AnyNode): ReportChild | null => linkedOf(node)?.nextSibling ?? null,
  getPreviousSibling: (node: AnyNode): ReportChild | null => linkedOf(node)?.previousSibling ?? null,
  getParentNode: (node: AnyNode): ReportParent | null =>
    node instanceof ReportAttribute ? node.ownerElement : (linkedOf(node)?.parentNode ?? null),
}
