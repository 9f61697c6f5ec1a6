import { useEffect, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { PaperPart, PaperProps } from './paper.types'
import './paper.scss'

/**
 * What is printed in the place of the page it stands in, however printing began: by a button or by the browser's own menu. It is drawn
 * when printing begins and not before, so that nobody meets it twice.
 */
export function Paper(props: PaperProps) {
  const [isPrinting, setPrinting] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const begin = () => {
      // Pages that lie under this one are still there, without a box.
      if (anchor.current?.getClientRects().length === 0) return
      flushSync(() => setPrinting(true))
      document.body.classList.add('has-paper')
    }
    const end = () => {
      document.body.classList.remove('has-paper')
      setPrinting(false)
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
      document.body.classList.remove('has-paper')
    }
  }, [])
  return (
    <>
      <span ref={anchor} />
      {isPrinting && createPortal(<Sheet {...props} />, document.body)}
    </>
  )
}

function Sheet({ title, under, facts, parts, signatures = [], foot }: PaperProps) {
  return (
    <article className="ui-paper">
      <h1>{title}</h1>
      <p className="ui-paper-under">{under}</p>
      <table className="ui-paper-facts">
        <tbody>
          {facts.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parts.map((part) => (
        <Part key={part.title} {...part} />
      ))}
      {signatures.length > 0 && (
        <p className="ui-paper-signatures">
          {signatures.map((who) => (
            <span key={who}>{`${who}：`}</span>
          ))}
        </p>
      )}
      <p className="ui-paper-foot">{foot}</p>
    </article>
  )
}

function Part({ title, text, table, photos = [] }: PaperPart) {
  return (
    <section>
      <h2>{title}</h2>
      {text && <p className="ui-paper-text">{text}</p>}
      {table && (
        <table>
          <thead>
            <tr>
              {table.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} className={table.whole?.includes(column) ? 'is-whole' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {photos.length > 0 && (
        <div className="ui-paper-photos">
          {photos.map(({ src, words }) => (
            <figure key={src}>
              <img src={src} alt={words} />
              <figcaption>{words}</figcaption>
            </figure>
          ))}
        </div>
      )}
    </section>
  )
}
